"""Item G5: no class above the limit of its section, counted from the reported bands.

A band that lies above the limit fails, one that straddles it cannot be judged while it holds classes. Bands given only
for a whole school of several sections can be judged where the limits of all its sections agree about them. Figures:
``oversized_primary``, ``oversized_junior`` (classes above the limit, None when not known).
"""

from collections.abc import Mapping
from math import inf

from junheng.balance.items.context import COMPULSORY, CountyFacts, School
from junheng.balance.items.outcome import Outcome, all_of, not_reported, tally
from junheng.balance.model import Failing
from junheng.balance.reasons import number
from junheng.facts.bands import CLASS_BANDS
from junheng.policy.standard import Item
from junheng.policy.text import Text


def class_size(item: Item, county: CountyFacts) -> Outcome:
    schools = county.ordinary()
    by_section = {
        (one.code, section): _section(item, county, one, section) for one in schools for section in one.compulsory
    }
    by_school = {one.code: _school(one, by_section) for one in schools}
    failing = [_failing(item, county, one, by_section) for one in schools if by_school[one.code] is False]
    return Outcome(
        met=all_of(by_school.values()),
        summary=tally(by_school),
        failing=tuple(failing),
        missing=tuple(not_reported(one.name, WANTING) for one in schools if by_school[one.code] is None),
        by_school=by_school,
        figures={f"oversized_{section}": _oversized(by_section, section) for section in COMPULSORY},
    )


WANTING = Text("分学段的班额分布", "classes by size and section")

Judged = tuple[bool | None, float | None]
"""Whether all classes are within the limit, and how many are not (None: not known)."""


def _section(item: Item, county: CountyFacts, school: School, section: str) -> Judged:
    own = county.row("class_sizes", school.code, section)
    limit = county.number(item, section)
    if limit is None:
        return None, None
    if own["school_code"] is not None:
        return judged(own, [limit])
    limits = [county.number(item, one) if one in COMPULSORY else inf for one in school.pupils]
    known = [one for one in limits if one is not None]
    met, oversized = judged(county.row("class_sizes", school.code, "all"), known)
    return met, oversized if met is True else None


def judged(bands: Mapping[str, int | None], limits: list[float]) -> Judged:
    """The bands against the limits of the sections they may belong to."""
    over = [bands[band] for band, (low, _) in CLASS_BANDS.items() if low > max(limits)]
    unclear = [bands[band] for band, (low, high) in CLASS_BANDS.items() if low <= max(limits) and high > min(limits)]
    known = sum(one for one in over if one is not None)
    if None in over or None in unclear:
        return (False, None) if known else (None, None)
    if sum(one for one in unclear if one is not None):
        return (False, None) if known else (None, None)
    return known == 0, known


def _school(school: School, by_section: Mapping[tuple[str, str], Judged]) -> bool | None:
    if not school.compulsory:
        return None
    return all_of(by_section[school.code, section][0] for section in school.compulsory)


def _oversized(by_section: Mapping[tuple[str, str], Judged], section: str) -> float | None:
    counts = [count for (_, one), (_, count) in by_section.items() if one == section]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _failing(item: Item, county: CountyFacts, school: School, by_section: Mapping[tuple[str, str], Judged]) -> Failing:
    """One entry a school, with what is wrong in each of its sections."""
    found = {section: by_section[school.code, section] for section in school.compulsory}
    whys = [_why(section, one, county.number(item, section)) for section, one in found.items() if one[0] is False]
    return Failing(school.code, school.name, Text("；".join(one.zh for one in whys), "; ".join(one.en for one in whys)))


def _why(section: str, found: Judged, limit: float | None) -> Text:
    shown = "—" if limit is None else number(limit)
    count = "有" if found[1] is None else number(found[1])
    zh = {"primary": "小学", "junior": "初中"}[section]
    return Text(f"{zh}超过{shown}人的班级{count}个", f"{section}: {count} classes above {shown} pupils")
