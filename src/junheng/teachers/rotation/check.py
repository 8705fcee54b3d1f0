"""The independent checker: from the tables and the placements alone, in plain lines, whether every rule is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.arrays import different
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.county import Floats, quota

NEAR = 1e-6


def faults(city: City, km: Floats, rules: RotationRules, placements: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the placements, in sentences; nothing when all is well.

    Args:
        city: the tables.
        km: (schools, schools) as the city was made from.
        rules: in force.
        placements: ``teacher_id``, ``to_school`` of everybody who moves; counties without a plan have none.
    """
    teachers = city.teachers.frame.with_columns(
        **{one: city.teachers.column(one) for one in ("principal", "subject", "partner_id", "child_school")}
    ).rows(named=True)
    schools = city.schools.frame.rows(named=True)
    number = {one: at for at, one in enumerate(different(city.schools))}
    row = {one["teacher_id"]: at for at, one in enumerate(teachers)}
    found = []
    names = Counter(one["teacher_id"] for one in placements)
    found += [f"{name}: placed {many} times" for name, many in names.items() if many > 1 or name not in row]
    moved = {row[one["teacher_id"]]: one for one in placements if one["teacher_id"] in row}
    for at, one in moved.items():
        found += [
            f"{one['teacher_id']}: {what}" for what in _one(city, km, rules, teachers[at], at, one, schools, number)
        ]
    by_county: dict[str, list[int]] = {}
    for at in moved:
        by_county.setdefault(schools[int(city.post[at])]["county_code"], []).append(at)
    for county, here in by_county.items():
        found += [f"{county}: {what}" for what in _county(city, rules, teachers, here, county, schools)]
        found += [f"{county}: {what}" for what in _schools(city, rules, teachers, here, moved, schools)]
    if rules.couple is not None:
        pairs = [(one, row.get(teachers[one]["partner_id"] or "")) for one in moved]
        both = [teachers[one]["teacher_id"] for one, other in pairs if other in moved]
        found += [f"{name}: both of a couple move" for name in both if rules.couple < 2]  # noqa: PLR2004
    return found


def _one(
    city: City,
    km: Floats,
    rules: RotationRules,
    teacher: Mapping[str, Any],
    at: int,
    placed: Mapping[str, Any],
    schools: Sequence[Mapping[str, Any]],
    number: Mapping[str, int],
) -> Iterator[str]:
    """One placement beside its teacher and its school."""
    home = schools[int(city.post[at])]
    to = next((s for s in schools if s["school_code"] == placed["to_school"] and s["section"] == home["section"]), None)
    if to is None:
        yield "no such school with the section"
        return
    way = float(km[number[home["school_code"]], number[to["school_code"]]])
    if not city.standing[at].may:
        yield "is not eligible or is excluded"
    if to["school_code"] == home["school_code"]:
        yield "does not change school"
    if to["county_code"] != home["county_code"]:
        yield "leaves the county"
    if not way <= (float("inf") if rules.cap is None else rules.cap) or way == float("inf"):
        yield f"{way} km"
    if not teacher["principal"] and to.get(f"need:{teacher['subject']}") == 0:
        yield "the subject is not needed"
    if rules.child is not None and teacher["child_school"] is not None:
        far = float(km[number[teacher["child_school"]], number[to["school_code"]]])
        if far > rules.child:
            yield f"{far} km from the child's school"


def _county(
    city: City,
    rules: RotationRules,
    teachers: Sequence[Mapping[str, Any]],
    here: Sequence[int],
    county: str,
    schools: Sequence[Mapping[str, Any]],
) -> Iterator[str]:
    """The shares of a county."""
    eligible = sum(
        city.standing[at].may and not one["principal"] and schools[int(city.post[at])]["county_code"] == county
        for at, one in enumerate(teachers)
    )
    ordinary = [at for at in here if not teachers[at]["principal"]]
    backbone = sum(bool(teachers[at]["backbone"]) for at in ordinary)
    if len(ordinary) < quota(rules.share, eligible):
        yield f"{len(ordinary)} move of {eligible} eligible"
    if rules.most is not None and len(ordinary) > rules.most * eligible / 100 + NEAR:
        yield f"{len(ordinary)} move of {eligible} eligible, too many"
    if backbone < rules.backbone / 100 * len(ordinary) - NEAR:
        yield f"{backbone} backbone teachers of {len(ordinary)} who move"


def _schools(
    city: City,
    rules: RotationRules,
    teachers: Sequence[Mapping[str, Any]],
    here: Sequence[int],
    moved: Mapping[int, Mapping[str, Any]],
    schools: Sequence[Mapping[str, Any]],
) -> Iterator[str]:
    """Who leaves and arrives, post by post; heads are exchanged."""
    post = {(one["school_code"], one["section"]): at for at, one in enumerate(schools)}
    size = Counter(int(city.post[at]) for at, one in enumerate(teachers) if not one["principal"])
    left: Counter[int] = Counter()
    come: Counter[int] = Counter()
    heads: Counter[int] = Counter()
    for at in here:
        home = int(city.post[at])
        to = post.get((moved[at]["to_school"], schools[home]["section"]))
        if to is None:
            continue
        if teachers[at]["principal"]:
            heads[home] -= 1
            heads[to] += 1
        else:
            left[home] += 1
            come[to] += 1
    for what, counts, most in (("leave", left, rules.out), ("arrive", come, rules.into)):
        if most is not None:
            for one, many in counts.items():
                if many > most * size[one] / 100 + NEAR:
                    yield f"{many} of {size[one]} {what} at {schools[one]['school_code']}"
    yield from (f"heads at {schools[one]['school_code']}: {many:+d}" for one, many in heads.items() if many)
