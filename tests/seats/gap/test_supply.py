"""Seats by norm and within the size limits."""

import polars as pl
import pytest

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap.inputs import SCHOOLS
from junheng.seats.gap.supply import norm, seats_by_area, seats_by_school


def built(*rows: tuple[str, str, float | None]) -> pl.DataFrame:
    table = pl.DataFrame(rows, schema=["school", "section", "classes"], orient="row")
    empty = {one: pl.lit(None) for one in ("seats", "pupils", "opens", "closes")}
    return table.with_columns(area=pl.lit("A"), **empty).select(pl.col(one).cast(kind) for one, kind in SCHOOLS.items())


def test_the_norm_is_that_of_the_section(norms: SeatNorms) -> None:
    assert built(("S", "primary", 1), ("S", "junior", 1)).select(norm(norms)).to_series().to_list() == [45, 50]


def test_a_large_school_gives_no_seats_above_its_limit(norms: SeatNorms) -> None:
    one = seats_by_school(built(("S", "primary", 60)), [2026], norms)
    assert one["seats_by_norm"].to_list() == [2700]
    assert one["seats"].to_list() == [2000]


def test_sections_of_a_combined_school_give_up_in_proportion(norms: SeatNorms) -> None:
    both = seats_by_school(built(("S", "primary", 40), ("S", "junior", 24)), [2026], norms)
    assert both["seats"].sum() == pytest.approx(2500)
    assert both["seats"][0] / both["seats"][1] == pytest.approx(40 * 45 / (24 * 50))


def test_one_unknown_makes_the_sum_unknown(norms: SeatNorms) -> None:
    found = seats_by_area(seats_by_school(built(("S", "primary", 6), ("T", "primary", None)), [2026], norms)).row(
        0, named=True
    )
    assert (found["schools"], found["unknown_schools"], found["seats"]) == (2, 1, None)


def test_counted_seats_stand_in_place_of_the_norm_and_its_limit(norms: SeatNorms) -> None:
    counted = built(("S", "primary", 60), ("T", "primary", None)).with_columns(seats=pl.Series([2400.0, 300.0]))
    found = seats_by_school(counted, [2026], norms)
    assert found["seats"].to_list() == [2400, 300]
    area = seats_by_area(found).row(0, named=True)
    assert (area["seats"], area["classes"]) == (2700, None)
