"""Children grow a year older, births come by scenario, whole children add up."""

import numpy as np
import polars as pl

from junheng.seats.plan import Choices
from junheng.seats.plan.people import observed, people
from tests.seats.plan.tiny import COUNTIES, YEARS, tiny


def test_a_stable_city_stays_as_it_is() -> None:
    found = people(tiny(), Choices(years=(2026, 2035)))
    assert found.years == tuple(range(2023, 2036))
    assert found.last == YEARS[-1]
    assert (found.of(2035, "primary") == 20 * 6).all()
    assert (found.of(2035, "junior") == 20 * 3).all()


def test_fewer_births_reach_primary_school_six_years_later() -> None:
    found = people(tiny(), Choices(years=(2035,), births_percent=-10))
    newborn = [round(12 * 20 * 0.9**after) for after in (1, 2)]
    in_a = found.county == "A"
    at = [found.counts[found.years.index(2025 + after)][in_a, 0].sum() for after in (1, 2)]
    assert at == newborn
    assert found.of(2031, "primary").sum() == found.of(2030, "primary").sum()
    assert found.of(2032, "primary").sum() < found.of(2031, "primary").sum()
    assert found.counts[found.years.index(2032)][in_a, 6].sum() == newborn[0]


def test_new_dwellings_bring_children_only_when_told_how_many() -> None:
    without, held = (people(tiny(), Choices(years=(2027,), children_per_dwelling=yield_)) for yield_ in (None, 0.6))
    more = held.counts - without.counts
    assert more[held.years.index(2026)].sum() == 60
    assert np.flatnonzero(more[held.years.index(2026)].sum(axis=1)).tolist() == [0]
    half = people(tiny(), Choices(years=(2027,), children_per_dwelling=0.6, deliveries_percent=50))
    assert (half.counts - without.counts)[half.years.index(2026)].sum() == 30


def test_growing_cohorts_grow_on() -> None:
    base = tiny()
    grown = base.children.with_columns(
        pl.when((pl.col("year") == 2025) & (pl.col("age") == 7))
        .then(22)
        .otherwise(pl.col("children"))
        .alias("children")
    )
    found = people(tiny(children=grown), Choices(years=(2026,)))
    at = found.counts[found.years.index(2026)]
    assert at[:, 8].sum() > at[:, 9].sum()


def test_the_areas_add_up_to_the_county() -> None:
    rng = np.random.default_rng(0)
    base = tiny()
    uneven = base.children.with_columns(children=pl.Series(rng.integers(0, 40, base.children.height)))
    found = people(tiny(children=uneven), Choices(years=(2030,), births_percent=3))
    assert (found.counts >= 0).all()
    table = found.table()
    for county in COUNTIES:
        whole = table.filter((pl.col("county_code") == county) & (pl.col("year") == 2030))["children"].sum()
        assert (
            whole
            == found.of(2030, "primary")[found.county == county].sum()
            + found.of(2030, "junior")[found.county == county].sum()
        )


def test_areas_without_a_row_have_no_children() -> None:
    base = tiny()
    years, counts = observed(tiny(children=base.children.filter(pl.col("area") != "A-0-0")))
    assert years == YEARS
    assert counts[:, 0].sum() == 0
    assert counts.sum() == 23 * 3 * 15 * 20


def test_without_births_the_newborn_of_the_last_year_come_again() -> None:
    found = people(tiny(births=tiny().births.clear()), Choices(years=(2028,)))
    assert (found.counts[-1][:, 0] == 20).all()
