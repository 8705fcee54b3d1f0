"""Item G3: a music and an art room of the required size for every 12 classes of the school (F5).

All classes of the school count, since its rooms serve them all. Rooms are reported in bands of size; a band counts when
its smallest room is large enough. Figures: ``schools``, ``short_music``, ``short_art``.
"""

from math import ceil

from junheng.balance.items.context import CountyFacts, School, total
from junheng.balance.items.outcome import Outcome, all_of, not_reported, tally
from junheng.balance.model import Failing
from junheng.balance.reasons import number
from junheng.balance.relief import in_force
from junheng.policy.standard import Item
from junheng.policy.text import Text

BANDS = {"music": (96, 73, 61, 54), "art": (90, 67, 61, 54)}
"""The smallest room of each reported band, in square metres."""

TITLES = {"music": Text("音乐教室", "music rooms"), "art": Text("美术教室", "art rooms")}


def specialist_rooms(item: Item, county: CountyFacts) -> Outcome:
    by_room = {
        subject: {school.code: _enough(item, county, school, subject) for school in county.ordinary()}
        for subject in BANDS
    }
    by_school = {
        school.code: all_of(by_room[subject][school.code] for subject in BANDS) for school in county.ordinary()
    }
    short = [
        (school, subject) for school in county.ordinary() for subject in BANDS if by_room[subject][school.code] is False
    ]
    open_ = [
        (school, subject) for school in county.ordinary() for subject in BANDS if by_room[subject][school.code] is None
    ]
    return Outcome(
        met=all_of(by_school.values()),
        summary=tally(by_school),
        failing=tuple(Failing(one.code, one.name, _short(item, county, one, subject)) for one, subject in short),
        missing=tuple(not_reported(one.name, _wanting(subject)) for one, subject in open_),
        by_school=by_school,
        figures={
            "schools": len(by_school),
            **{f"short_{subject}": sum(one is False for one in by_room[subject].values()) for subject in BANDS},
        },
    )


def required(item: Item, county: CountyFacts, school: School) -> int | None:
    """How many rooms of each subject the school's classes call for."""
    classes = total(county.row("sections", school.code, section)["classes"] for section in school.pupils)
    per = county.number(item, "per_classes")
    return None if classes is None or per is None or not school.pupils else ceil(classes / per)


def _enough(item: Item, county: CountyFacts, school: School, subject: str) -> bool | None:
    """Whether there are enough rooms. Where a flag that would allow smaller rooms is not reported and decides, None."""
    needed = required(item, county, school)
    rooms = county.row("rooms", school.code)
    if needed is None:
        return None
    if rooms[f"{subject}_rooms"] is not None and rooms[f"{subject}_rooms"] < needed:
        return False
    certain, possible = _sizes(item, county, school, subject)
    if certain is None:
        return None
    surely = _counted(rooms, subject, certain, needed)
    if surely is not False or possible is None or possible >= certain:
        return surely
    return False if _counted(rooms, subject, possible, needed) is False else None


def _counted(rooms: object, subject: str, size: float, needed: int) -> bool | None:
    if not isinstance(rooms, dict):
        raise TypeError("a row of rooms is a mapping")
    bands = [rooms[f"{subject}_rooms_{edge}"] for edge in BANDS[subject] if edge >= size]
    if sum(one for one in bands if one is not None) >= needed:
        return True
    return None if any(one is None for one in bands) else False


def _sizes(item: Item, county: CountyFacts, school: School, subject: str) -> tuple[float | None, float | None]:
    """The smallest room that counts by what is reported, and the smallest it could be if blank flags were yes."""
    base = county.number(item, subject)
    if not in_force(county.rules, (item.uses or {})["relief"], (item.uses or {})["until"]):
        return base, None
    small = "small_junior" if "junior" in school.pupils else "small_primary"
    reliefs = {"built_by_2016": f"{subject}_built_by_2016", "max_class_below_30": small}
    sizes = {flag: county.number(item, role) for flag, role in reliefs.items()}
    certain = [base, *(size for flag, size in sizes.items() if school.row[flag] is True)]
    possible = [base, *(size for flag, size in sizes.items() if school.row[flag] is not False)]
    return _least(certain), _least(possible)


def _least(sizes: list[float | None]) -> float | None:
    known = [one for one in sizes if one is not None]
    return min(known) if len(known) == len(sizes) else None


def _short(item: Item, county: CountyFacts, school: School, subject: str) -> Text:
    needed, (size, _) = required(item, county, school), _sizes(item, county, school, subject)
    title, shown = TITLES[subject], "—" if size is None else number(size)
    return Text(
        f"{title.zh}应有{needed}间、每间不小于{shown}㎡，不足",
        f"too few {title.en}: {needed} of {shown} ㎡ and more are required",
    )


def _wanting(subject: str) -> Text:
    title = TITLES[subject]
    return Text(f"班级数、{title.zh}间数或面积档、建成年限", f"classes, {title.en} by size or year of building")
