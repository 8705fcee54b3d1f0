"""Distances to schools and free seats, radius by section."""

import polars as pl

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap import seat_gap


def test_nearest_school_and_nearest_free_seat(
    children: pl.DataFrame, schools: pl.DataFrame, distances: pl.DataFrame, norms: SeatNorms
) -> None:
    areas = seat_gap(children, schools, norms, distances=distances).areas
    north = areas.filter(year=2026, area="north", section="primary").row(0, named=True)
    assert (north["nearest"], north["nearest_free"], north["within_radius"]) == (400, 1500, True), "P1 is full"
    hill = areas.filter(year=2026, area="hill", section="junior").row(0, named=True)
    assert (hill["nearest"], hill["nearest_free"], hill["within_radius"]) == (None, None, False)


def test_a_school_whose_pupils_are_unknown_has_no_free_seat_for_certain(
    children: pl.DataFrame, schools: pl.DataFrame, distances: pl.DataFrame, norms: SeatNorms
) -> None:
    areas = seat_gap(children, schools.drop("pupils"), norms, distances=distances).areas
    assert areas["nearest_free"].is_null().all()
    assert not areas["nearest"].is_null().all()
