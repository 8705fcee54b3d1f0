"""Children of every area by year and age: those who are there grow a year older, births come by scenario.

Hamilton–Perry: the ratio of a cohort to itself a year earlier holds survival and migration together, so no further
table is needed. An area's ratios are drawn to its county's, the areas add up to the county's own projection, and whole
children are handed out by largest remainders. References: C. H. Hamilton, J. Perry, A short method for projecting
population by age from one decennial census to another, Social Forces 41 (1962); D. A. Swanson, A. Schlottmann,
B. Schmidt, Forecasting the population of census tracts by age and sex, Population Research and Policy Review 29 (2010).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.facts.remainders import whole
from junheng.seats.forecast import births_by_scenario, hamilton_perry
from junheng.seats.forecast.ratios import shrunken_ratios
from junheng.seats.plan.choices import Choices
from junheng.seats.plan.tables import SECTION_AGES, Base

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """``counts``: whole children, (years, areas, ages); ``area`` as in the base; ``last``: the last year known."""

    area: Sequence[str]
    county: NDArray[np.str_]
    years: tuple[int, ...]
    last: int
    counts: Ints

    def of(self, year: int, section: str) -> Ints:
        """(areas,) children of a section's ages in a year."""
        ages = list(SECTION_AGES[section])
        children: Ints = self.counts[self.years.index(year)][:, ages].sum(axis=1)
        return children

    def table(self) -> pl.DataFrame:
        """area, county_code, year, section, children."""
        return pl.concat(
            pl.DataFrame(
                {"area": self.area, "county_code": self.county, "children": self.of(year, section)}
            ).with_columns(year=pl.lit(year, pl.Int64), section=pl.lit(section))
            for year in self.years
            for section in SECTION_AGES
        )


def people(base: Base, choices: Choices) -> People:
    """The known years and every year to the last milestone."""
    areas = base.areas["area"].to_list()
    years, past = observed(base)
    county = base.areas["county_code"].to_numpy().astype(str)
    to_come = tuple(range(years[-1] + 1, max(choices.years) + 1))
    counts = np.zeros((len(years) + len(to_come), len(areas), past.shape[2]), dtype=np.int64)
    counts[: len(years)] = past
    for code in dict.fromkeys(county.tolist()):
        there = np.flatnonzero(county == code)
        known = Known(code, there, years, past[:, there])
        counts[len(years) :, there] = _county(base, choices, known, to_come)
    return People(areas, county, (*years, *to_come), years[-1], counts)


def observed(base: Base) -> tuple[tuple[int, ...], Ints]:
    """The years of the children table and its counts (years, areas, ages); areas without a row have none."""
    years = tuple(sorted(base.children["year"].unique().to_list()))
    number = {area: at for at, area in enumerate(base.areas["area"].to_list())}
    ages = 1 + max(age for one in SECTION_AGES.values() for age in one)
    counts = np.zeros((len(years), len(number), ages), dtype=np.int64)
    rows = base.children.filter(pl.col("age") < ages)
    at_year = np.searchsorted(np.array(years), rows["year"].to_numpy())
    at_area = rows["area"].replace_strict(number, return_dtype=pl.Int64).to_numpy()
    counts[at_year, at_area, rows["age"].to_numpy()] = rows["children"].to_numpy()
    return years, counts


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is known of a county: its areas (numbers in the base), years, and ``past`` (years, areas, ages)."""

    code: str
    there: Ints
    years: tuple[int, ...]
    past: Ints


def _county(base: Base, choices: Choices, known: Known, to_come: tuple[int, ...]) -> Ints:
    """Whole children of a county's areas in the coming years (years, areas, ages)."""
    history = known.past.astype(float)
    local, whole = shrunken_ratios(history)
    newborn = _newborn(base, known, choices.births_percent, len(to_come))
    arrivals = _arrivals(base, choices, known, to_come)
    now, found = history[-1], []
    for at in range(len(to_come)):
        older = hamilton_perry(now, local, newborn[at][:, None], 1)
        older[:, 1:] = _fitted(older[:, 1:], now[:, :-1].sum(axis=0) * whole[1:])
        now = older + arrivals[at]
        found.append(now)
    return np.stack([_whole(one) for one in found])


def _fitted(parts: Floats, totals: Floats) -> Floats:
    """Columns scaled to add up to their totals."""
    sums = parts.sum(axis=0)
    fitted: Floats = parts * np.divide(totals, sums, out=np.zeros_like(totals), where=sums > 0)
    return fitted


def _newborn(base: Base, known: Known, percent: float, ahead: int) -> Floats:
    """(coming years, areas) children under one: the county's births where its newborn lived before."""
    of_county = (pl.col("county_code") == known.code) & pl.col("year").is_in(known.years)
    births = base.births.filter(of_county).sort("year")
    by_area = known.past[:, :, 0].sum(axis=0).astype(float)
    share = by_area / max(by_area.sum(), 1.0)
    there = by_area.sum() / births["births"].sum() if births.height == len(known.years) else 0.0
    last = births["births"][-1] * there if there else known.past[-1, :, 0].sum()
    coming: Floats = births_by_scenario(float(last), {"": percent / 100}, ahead)[""][:, None] * share
    return coming


def _arrivals(base: Base, choices: Choices, known: Known, to_come: tuple[int, ...]) -> Floats:
    """Children that new dwellings bring (years, areas, ages), of the ages the county has."""
    ages = known.past[-1].sum(axis=0).astype(float)
    found = np.zeros((len(to_come), len(known.there), len(ages)))
    if choices.children_per_dwelling is None or not ages.sum():
        return found
    number = {area: at for at, area in enumerate(base.areas["area"].to_numpy()[known.there].tolist())}
    each = choices.children_per_dwelling * choices.deliveries_percent / 100 * ages / ages.sum()
    for area, year, dwellings in base.dwellings.select("area", "year", "dwellings").iter_rows():
        if area in number and year in to_come:
            found[to_come.index(year), number[area]] += dwellings * each
    return found


def _whole(exact: Floats) -> Ints:
    """Whole children that add up, age by age, to the rounded total of the county (largest remainders)."""
    return np.stack([whole(age) for age in exact.T], axis=1)
