"""The quantities behind the seven indicators, of one school in one year."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from junheng.demo.fate import Fate
from junheng.demo.levels import over_time
from junheng.demo.need import JUDGED, SHARED, STAFF, Need
from junheng.demo.school import School


@dataclass(frozen=True, slots=True)
class Stock:
    """``staff``: indicator -> section -> people; ``shared``: indicator -> quantity of the whole school.

    ``borrowed`` is the sports area that only counts for schools of dense centres. ``sought``: section -> qualified
    teachers that the school would have without its shortage.
    """

    staff: Mapping[str, Mapping[str, int]]
    shared: Mapping[str, float]
    borrowed: float
    sought: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Endowment:
    """What a school has in the last year, as multiples of its need then, and its fate on the way there."""

    school: School
    levels: Mapping[str, float]
    fate: Fate
    last: Mapping[str, int]
    """Pupils by section in the last year."""


BORROWED_LEVEL = 1.06


def stock(seed: int, year: int, endowment: Endowment, need: Need) -> Stock:
    """Quantities of a year, whole numbers; those of the last year reach every level that was drawn."""
    pupils = {section: count for section, count in endowment.last.items() if count}
    grown = over_time(seed, endowment.school, year)
    return Stock(
        staff={
            one: {
                section: _people(one, section, pupils[section], _level(endowment, one, year, grown), need)
                for section in pupils
            }
            for one in STAFF
        },
        shared={one: _quantity(one, need.shared(one, pupils) * _level(endowment, one, year, grown)) for one in SHARED},
        borrowed=_borrowed(endowment, need.shared("L5", pupils)),
        sought={
            section: _people("L1", section, count, endowment.levels["L1"] * grown, need)
            for section, count in pupils.items()
        },
    )


def _level(endowment: Endowment, indicator: str, year: int, grown: float) -> float:
    short = endowment.fate.shortage(indicator, year)
    return (endowment.levels[indicator] if short is None else short) * grown


def _people(indicator: str, section: str, pupils: int, level: float, need: Need) -> int:
    """Teachers of a section; the senior section is staffed like the junior one."""
    judged = section if section in JUDGED else "junior"
    exact = need.staff(indicator, judged, pupils) * level
    return math.ceil(exact) if level >= need["school.floor"] else math.floor(exact)


def _quantity(indicator: str, exact: float) -> float:
    step = 100 if indicator == "L6" else 1
    return float(math.ceil(exact / step) * step)


def _borrowed(endowment: Endowment, needed: float) -> float:
    if not endowment.fate.rescued:
        return 0.0
    return float(math.ceil(needed * (BORROWED_LEVEL - endowment.fate.short["L5"] * 0.9)))
