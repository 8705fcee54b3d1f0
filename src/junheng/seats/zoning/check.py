"""An independent look at a plan: every area to one school, every zone in one piece and around its school."""

from junheng.policy.text import Text
from junheng.seats.zoning.zone_map import Plan, ZoneMap


def pieces(land: ZoneMap, plan: Plan, school: int) -> list[list[int]]:
    """The connected pieces of a zone; the one that holds the school comes first, then by size."""
    waiting = {area for area, its in enumerate(plan.tolist()) if its == school}
    found = []
    while waiting:
        piece = [waiting.pop()]
        for area in piece:
            beside = set(land.neighbour[land.start[area] : land.start[area + 1]].tolist()) & waiting
            waiting -= beside
            piece += sorted(beside)
        found.append(sorted(piece))
    home = int(land.home[school])
    return sorted(found, key=lambda piece: (home not in piece, -len(piece), piece))


def complaints(land: ZoneMap, plan: Plan) -> tuple[Text, ...]:
    """What is wrong with a plan; empty when it holds."""
    if plan.shape != (len(land.areas),) or not all(0 <= school < len(land.schools) for school in plan.tolist()):
        return (Text("不是每个片区都有一所学校", "not every area has one school"),)
    found = []
    for school, name in enumerate(land.schools):
        home = int(land.home[school])
        if plan[home] != school:
            area = land.areas[home]
            found.append(Text(f"{name} 不在自己的学区内（{area}）", f"{name} lies outside its zone ({area})"))
        apart = pieces(land, plan, school)
        if len(apart) > 1:
            cut = "、".join(land.areas[area] for piece in apart[1:] for area in piece)
            found.append(Text(f"{name} 的学区不连片：{cut}", f"the zone of {name} is not contiguous: {cut}"))
    return tuple(found)
