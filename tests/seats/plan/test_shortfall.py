"""Children against seats, with today's schools and with what is built."""

import polars as pl

from junheng.seats.plan import Choices
from junheng.seats.plan.people import people
from junheng.seats.plan.records import BUILT
from junheng.seats.plan.shortfall import shortfall
from junheng.seats.plan.ways import ways
from tests.seats.plan.tiny import tiny

NONE = pl.DataFrame(schema=BUILT)


def test_what_is_built_counts_from_its_year_where_it_stands() -> None:
    base, choices = tiny(each=24), Choices(years=(2026, 2030))
    rows = [(2030, "A", "A-L1", section, 10) for section in ("primary", "junior")]
    built = pl.DataFrame(rows, schema=BUILT, orient="row")
    gap, coverage = shortfall(
        base, people(base, choices), ways(base), built, choices.norms(), years=choices.years, closed=NONE
    )
    held = gap.filter((pl.col("county_code") == "A") & (pl.col("section") == "primary"))
    sums = held.group_by("year").agg(pl.col("children", "seats_today", "seats", "gap_today", "gap").sum()).sort("year")
    assert sums["children"].to_list() == [12 * 24 * 6] * 2
    assert sums["seats_today"].to_list() == [1080.0] * 2
    assert sums["seats"].to_list() == [1080.0, 1080.0 + 450]
    assert sums["gap"].to_list() == [648.0, 198.0]
    near = coverage.filter((pl.col("county_code") == "A") & (pl.col("section") == "junior")).sort("year")
    assert near["covered_today"][1] < near["covered"][1]
    assert near["covered_today"][0] == near["covered"][0]


def test_crowding_is_counted_by_township() -> None:
    base, choices = tiny(each=60), Choices(years=(2026,))
    none = pl.DataFrame(schema=BUILT)
    gap, _ = shortfall(base, people(base, choices), ways(base), none, choices.norms(), years=choices.years, closed=NONE)
    assert set(gap.filter(pl.col("section") == "primary")["oversized"]) == {12.0}
