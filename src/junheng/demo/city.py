"""The synthetic city as facts: three school years of the same schools."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from junheng.demo.calibration import YEARS
from junheng.demo.classes import class_sizes
from junheng.demo.counties import assessment_rows, county_row, survey_rows
from junheng.demo.evidence import evidence_rows
from junheng.demo.fate import fates
from junheng.demo.gaps import blank_out, silent_schools
from junheng.demo.geometry import city_geometry, place_in
from junheng.demo.levels import levels
from junheng.demo.need import JUDGED, need
from junheng.demo.profiles import profiles
from junheng.demo.pupils import Enrolment, enrolments, ordinary
from junheng.demo.roster import schools
from junheng.demo.rows import school_rows
from junheng.demo.school import School
from junheng.demo.stock import Endowment, stock
from junheng.demo.tables import Rows, SchoolYear
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts


@dataclass(frozen=True, slots=True)
class City:
    """``facts``: what was reported, by year. ``expected``: the schools that should report in the last year.

    ``expected`` has the columns school_code, school_name, county_code, school_type, counted, parent_code.
    """

    seed: int
    scale: float
    facts: Mapping[int, Facts]
    expected: pl.DataFrame
    geometry: Mapping[str, Any]


SMALLEST = 0.01
"""Below this share of the city some areas would have more schools than classes."""


def generate(*, seed: int = 2023, scale: float = 1.0) -> City:
    """Draw the city. The same seed and scale give the same facts; a small ``scale`` still keeps all 16 areas.

    Raises:
        ValueError: ``scale`` lies outside 0.01 to 1.
    """
    if not SMALLEST <= scale <= 1:
        raise ValueError(f"scale 须在 {SMALLEST} 与 1 之间 / must lie between {SMALLEST} and 1, not {scale}")
    everyone = schools(seed, scale)
    enrolment = enrolments(seed, scale, everyone)
    endowments = _endowments(seed, everyone, enrolment[YEARS[-1]])
    silent = silent_schools(seed, everyone)
    facts = {year: _facts(seed, year, everyone, enrolment, endowments) for year in YEARS}
    last = facts[YEARS[-1]]
    return City(
        seed=seed,
        scale=scale,
        facts={**facts, YEARS[-1]: without(last, silent)},
        expected=last["schools"].select(EXPECTED),
        geometry=city_geometry(),
    )


EXPECTED = ("school_code", "school_name", "county_code", "school_type", "counted", "parent_code")


def without(facts: Facts, codes: frozenset[str]) -> Facts:
    """The same facts without some schools."""
    kept = {
        name: frame.filter(~pl.col("school_code").is_in(list(codes)))
        if "school_code" in frame.columns and contract(name).level != "county"
        else frame
        for name, frame in facts.tables.items()
    }
    return Facts.of(facts.year, kept)


def _endowments(seed: int, everyone: Sequence[School], last: Enrolment) -> Mapping[str, Endowment]:
    fate = fates(seed, everyone)
    parents = {one.parent for one in everyone}
    return {
        one.code: Endowment(
            school=one,
            levels=levels(seed, one, sum(last[one.code].values()), fate[one.code], parent=one.code in parents),
            fate=fate[one.code],
            last=last[one.code],
        )
        for one in everyone
    }


def _facts(
    seed: int,
    year: int,
    everyone: Sequence[School],
    enrolment: Mapping[int, Enrolment],
    endowments: Mapping[str, Endowment],
) -> Facts:
    there = [one for one in everyone if one.opened <= year]
    sizes = class_sizes(seed, year, there, enrolment[year])
    before = enrolment.get(year - 1, enrolment[year])
    rows = {
        one.code: school_rows(
            SchoolYear(
                seed=seed,
                year=year,
                school=one,
                profile=profiles()[one.county],
                fate=endowments[one.code].fate,
                pupils=enrolment[year][one.code],
                before=before.get(one.code, {}),
                sizes={section: list(sizes[one.code, section]) for section in enrolment[year][one.code]},
                stock=stock(seed, year, endowments[one.code], need()),
                place=place_in(one.county, seed, one.code),
            )
        )
        for one in there
    }
    blank_out(seed, year, there, rows)
    return Facts.of(year, _frames([*rows.values(), _county_rows(seed, year, there, enrolment[year])]))


def _county_rows(seed: int, year: int, there: Sequence[School], enrolment: Enrolment) -> Rows:
    found: Rows = {"counties": [], "surveys": [], "assessments": [], "evidence": []}
    for county, profile in profiles().items():
        local = [one for one in there if one.county == county]
        pupils = {section: sum(enrolment[one.code].get(section, 0) for one in ordinary(local)) for section in JUDGED}
        special = sum(sum(enrolment[one.code].values()) for one in local if one.kind.id == "special")
        found["counties"].append(county_row(seed, year, profile, pupils, special))
        found["surveys"] += survey_rows(seed, year, profile)
        found["assessments"] += assessment_rows(seed, year, profile)
        found["evidence"] += evidence_rows(seed, year, profile)
    return found


def _frames(parts: Sequence[Rows]) -> Mapping[str, pl.DataFrame]:
    names = {name for part in parts for name in part}
    return {
        name: pl.DataFrame([row for part in parts for row in part.get(name, ())], schema=contract(name).schema)
        for name in sorted(names)
    }
