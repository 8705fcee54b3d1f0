"""The schools of the synthetic city as planning sees them: places, sections, pupils, classes, seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from junheng.demo.assumptions import assumptions
from junheng.demo.calibration import YEARS
from junheng.demo.classes import class_sizes
from junheng.demo.dice import dice
from junheng.demo.geometry import Point, place_in
from junheng.demo.need import JUDGED, need
from junheng.demo.pupils import Enrolment, enrolments, ordinary
from junheng.demo.roster import schools
from junheng.demo.school import School

PLACE_DIGITS = 5
"""Decimals of a degree in the workbooks."""


@dataclass(frozen=True, slots=True, eq=False)
class SeatSchools:
    """All schools but the special ones; ``pupils``: by year, school and section, senior ones too."""

    schools: Sequence[School]
    pupils: Mapping[int, Enrolment]
    places: Mapping[str, Point]
    seats: pl.DataFrame
    enrolment: pl.DataFrame

    @property
    def counties(self) -> list[str]:
        return list(dict.fromkeys(one.county for one in self.schools))

    def of_section(self, section: str, year: int = YEARS[-1]) -> Mapping[str, int]:
        """Pupils by school code, of the schools that run a section in a year."""
        return {code: by[section] for code, by in self.pupils[year].items() if section in by}

    def total(self, county: str, section: str, year: int) -> int:
        """Pupils of a county's schools."""
        by = self.of_section(section, year)
        return sum(by.get(one.code, 0) for one in self.schools if one.county == county)


def seat_schools(seed: int, scale: float) -> SeatSchools:
    """The schools of ``generate(seed=seed, scale=scale)``, at the places their workbooks say."""
    everyone = schools(seed, scale)
    pupils = enrolments(seed, scale, everyone)
    there = ordinary(everyone)
    codes = {one.code for one in there}
    return SeatSchools(
        schools=there,
        pupils={year: {code: by for code, by in one.items() if code in codes} for year, one in pupils.items()},
        places={one.code: _place(seed, one) for one in there},
        seats=_seats(seed, there, pupils[YEARS[-1]]),
        enrolment=_enrolment(there, pupils),
    )


def _place(seed: int, school: School) -> Point:
    x, y = place_in(school.county, seed, school.code)
    return round(x, PLACE_DIGITS), round(y, PLACE_DIGITS)


def _seats(seed: int, there: Sequence[School], pupils: Enrolment) -> pl.DataFrame:
    sizes = class_sizes(seed, YEARS[-1], there, pupils)
    rows = []
    for one in there:
        for section in (name for name in JUDGED if name in pupils[one.code]):
            classes = len(sizes[one.code, section])
            rows.append(
                {
                    "school_code": one.code,
                    "section": section,
                    "pupils": pupils[one.code][section],
                    "classes": classes,
                    "seats": classes * int(need()[f"G5.{section}"]),
                    "classes_addable": _addable(seed, one, section),
                }
            )
    return pl.DataFrame(rows)


def _addable(seed: int, school: School, section: str) -> int:
    told, rng = assumptions()["extension"], dice(seed, "extension", school.code, section)
    if school.private or school.kind.id in {"point", "small_point"} or rng.random() >= told["share"]:
        return 0
    return int(rng.choice(told["classes"]))


def _enrolment(there: Sequence[School], pupils: Mapping[int, Enrolment]) -> pl.DataFrame:
    rows = [
        (one.code, section, year, pupils[year][one.code][section])
        for year in YEARS
        for one in there
        for section in JUDGED
        if section in pupils[year].get(one.code, {})
    ]
    return pl.DataFrame(rows, schema=["school_code", "section", "year", "pupils"], orient="row")
