"""Radius coverage against counting by hand."""

import polars as pl
import pytest

from junheng.seats.gap import coverage

ROWS = [("a", 30.0, 400.0), ("b", 50.0, 500.0), ("c", 20.0, None), ("d", None, 10.0), ("e", 100.0, 900.0)]


def areas() -> pl.DataFrame:
    rows = [(2026, "primary", *row) for row in ROWS]
    return pl.DataFrame(rows, schema=["year", "section", "area", "children", "nearest"], orient="row")


def test_the_radius_belongs_to_it_and_areas_without_a_way_lie_outside() -> None:
    found = coverage(areas(), (500, 1000))
    assert found.select("radius", "children", "within").rows() == [(500, 200, 80), (1000, 200, 180)]
    assert found["share"].to_list() == pytest.approx([0.4, 0.9])


def test_a_wider_radius_never_covers_fewer() -> None:
    within = coverage(areas(), range(0, 1200, 100))["within"].to_list()
    assert within == sorted(within)


def test_nobody_has_no_share() -> None:
    assert coverage(areas().with_columns(children=pl.lit(0.0)), (500,))["share"].to_list() == [None]
