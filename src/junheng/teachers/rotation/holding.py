"""Teachers held at a school by hand: whether they can be there at all, each with the rules that say no."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.faults import Fault
from junheng.teachers.reading import LINE, Read
from junheng.teachers.rotation.county import County, Ints
from junheng.teachers.rotation.draft import Breach, check_edit, draft

OPEN = frozenset({"share", "backbone_share", "principal"})
"""Rules that the moves of others can still keep."""


def check_held(teachers: Read, schools: Read, sections: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Schools of another county, and schools without the teacher's section; ``sections``: of each school."""
    if not teachers.has("held_at"):
        return
    county = dict(schools.frame.select("school_code", "county_code").drop_nulls().iter_rows())
    names = (LINE, "teacher_id", "school_code", "held_at")
    rows = zip(*(teachers.frame[one] for one in names), teachers.column("section"), strict=True)
    for line, teacher, home, to, section in rows:
        own = section or next(iter(sections.get(home or "", ())), None)
        if to in sections and (own not in sections[to] or county.get(to) != county.get(home)):
            yield teachers.fault("held_elsewhere", line, "held_at", teacher=teacher, school=to)


def held_faults(teachers: Read, counties: Sequence[County], rules: RotationRules) -> Iterator[Fault]:
    """Each held teacher with every rule that the held placements break by themselves."""
    for county in counties:
        staff = county.staff
        for at, broken in broken_by_held(county, rules):
            row = int(staff.row[at])
            zh, en = ("；".join(one.words.zh for one in broken), "; ".join(one.words.en for one in broken))
            said = {"teacher": teachers.frame["teacher_id"][row], "school": teachers.frame["held_at"][row]}
            yield teachers.fault("held_breaks", int(teachers.frame[LINE][row]), "held_at", why=zh, why_en=en, **said)


def broken_by_held(county: County, rules: RotationRules) -> Iterator[tuple[int, tuple[Breach, ...]]]:
    """Number of each held teacher who cannot be there, with the rules, nobody else moving."""
    away = np.flatnonzero((county.staff.held >= 0) & (county.staff.held != county.staff.post)).tolist()
    if not away:
        return
    plan = draft(county, rules, held_after(county))
    for teacher in away:
        found = check_edit(plan, teacher, int(plan.after[teacher]))
        if broken := tuple(one for one in found if one.rule not in OPEN):
            yield teacher, broken


def held_after(county: County) -> Ints:
    """(T,) everybody where they are held, the others where they are today."""
    after: Ints = np.where(county.staff.held >= 0, county.staff.held, county.staff.post)
    return after
