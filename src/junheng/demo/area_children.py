"""Children of every small area by age, adding up to the pupils its county's schools report."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.demo.area_map import AreaMap
from junheng.demo.assumptions import assumptions
from junheng.demo.calibration import YEARS
from junheng.demo.draws import draws
from junheng.demo.seats_schools import SeatSchools
from junheng.demo.zone_map import Zones
from junheng.facts.remainders import proportional

AGES = tuple(range(15))
"""Ages at the end of August; a child of 6 enters grade 1."""
ENTRY = 6
SECTION_AGES: Mapping[str, tuple[int, ...]] = {"primary": tuple(range(6, 12)), "junior": (12, 13, 14)}

CountyTotals = Mapping[tuple[str, str, int], int]
"""(County, section, year) -> pupils."""


@dataclass(frozen=True, slots=True, eq=False)
class Pull:
    """How strongly each area of a section draws children: (n,) positive weights by section."""

    base: NDArray[np.float64]
    zones: Mapping[str, Zones]

    def weights(self, section: str, there: NDArray[np.int64]) -> NDArray[np.float64]:
        """Shares of some areas, adding up to 1."""
        zones = self.zones[section]
        base, zone = self.base[there], zones.of[there]
        inside = np.bincount(zone, weights=base, minlength=len(zones.schools))
        bound = zones.pupils[zone] * base / inside[zone]
        share = assumptions()["bound_to_school"]
        mixed: NDArray[np.float64] = share * bound / bound.sum() + (1 - share) * base / base.sum()
        return mixed


def county_totals(schools: SeatSchools) -> CountyTotals:
    """What the children have to add up to."""
    return {
        (county, section, year): schools.total(county, section, year)
        for county in schools.counties
        for section in SECTION_AGES
        for year in YEARS
    }


def county_ages(totals: CountyTotals, county: str, year: int) -> list[int]:
    """Children of a county at each of ``AGES``: those of school age are exactly the pupils of the two sections."""
    cohorts = assumptions()["cohorts"]
    found: dict[int, int] = {}
    for section, ages in SECTION_AGES.items():
        sizes = np.array([cohorts[year - age + ENTRY] for age in ages])
        total = totals[county, section, year]
        found.update(zip(ages, proportional(total, sizes).tolist(), strict=True))
    level = totals[county, "primary", year] / sum(cohorts[year - age + ENTRY] for age in SECTION_AGES["primary"])
    for age, present in enumerate(assumptions()["present"]):
        found[age] = round(level * cohorts[year - age + ENTRY] * present)
    return [found[age] for age in AGES]


def children(seed: int, drawn: AreaMap, zones: Mapping[str, Zones], totals: CountyTotals) -> NDArray[np.int64]:
    """Whole children, (years, areas, ages)."""
    county, count = drawn.cells.county, len(drawn.area)
    uneven = assumptions()["unevenness"]
    rng = draws(seed, "children")
    pull = Pull(np.exp(rng.normal(0, uneven["area"], count)), zones)
    first = YEARS[0] - AGES[-1]
    by_cohort = rng.normal(0, uneven["cohort"], (count, YEARS[-1] - first + 1))
    tilt = rng.normal(0, uneven["age"], count)
    found = np.zeros((len(YEARS), count, len(AGES)), dtype=np.int64)
    for place in dict.fromkeys(county.tolist()):
        there = np.flatnonzero(county == place)
        by_section = {section: pull.weights(section, there) for section in SECTION_AGES}
        for at, year in enumerate(YEARS):
            ages = county_ages(totals, place, year)
            noise = rng.normal(0, uneven["year"], (len(there), len(AGES)))
            for age in AGES:
                base = by_section["junior" if age in SECTION_AGES["junior"] else "primary"]
                older = tilt[there] * (age - AGES[-1] / 2) / AGES[-1]
                shares = base * np.exp(by_cohort[there, year - age - first] + older + noise[:, age])
                found[at, there, age] = proportional(ages[age], shares)
    return found


def births(totals: CountyTotals, county: str) -> Mapping[int, int]:
    """Births of a county by year, back to those who are in grade 9 of the first year."""
    cohorts, present = assumptions()["cohorts"], assumptions()["present"][0]
    last = YEARS[-1]
    level = totals[county, "primary", last] / sum(cohorts[last - age + ENTRY] for age in SECTION_AGES["primary"])
    recent = {year: county_ages(totals, county, year)[0] for year in YEARS}
    earlier = {year - ENTRY: round(level * size * present) for year, size in cohorts.items()}
    return {**earlier, **recent}


def children_table(drawn: AreaMap, counts: NDArray[np.int64]) -> pl.DataFrame:
    """area, year, age, children."""
    years, areas, ages = counts.shape
    return pl.DataFrame(
        {
            "area": np.tile(np.repeat(drawn.area, ages), years),
            "year": np.repeat(YEARS, areas * ages),
            "age": np.tile(AGES, years * areas),
            "children": counts.reshape(-1),
        }
    )


def births_table(schools: SeatSchools, totals: CountyTotals) -> pl.DataFrame:
    """county_code, year, births."""
    rows = [(one, year, count) for one in schools.counties for year, count in sorted(births(totals, one).items())]
    return pl.DataFrame(rows, schema=["county_code", "year", "births"], orient="row")
