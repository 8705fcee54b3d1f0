"""The checker sees every way a plan can be broken."""

import numpy as np

from junheng.seats.zoning.check import complaints, pieces
from tests.seats.zoning.maps import grid

LAND = grid(4, 2, [0, 3])


def test_a_good_plan_has_no_complaints() -> None:
    assert complaints(LAND, np.array([0, 0, 1, 1, 0, 0, 1, 1])) == ()


def test_an_area_cut_off_is_named() -> None:
    (said,) = complaints(LAND, np.array([0, 0, 1, 1, 0, 1, 1, 0]))
    assert "r1c3" in said.zh
    assert "S0" in said.en


def test_a_school_outside_its_zone_is_named() -> None:
    said = complaints(LAND, np.array([1] * 8))
    assert [one.en for one in said] == ["S0 lies outside its zone (r0c0)"]


def test_an_area_without_a_school() -> None:
    assert complaints(LAND, np.array([0] * 7)) != ()
    assert complaints(LAND, np.array([0] * 7 + [2])) != ()
    assert complaints(LAND, np.array([0] * 7 + [-1])) != ()


def test_the_piece_of_the_school_comes_first() -> None:
    plan = np.array([0, 1, 0, 0, 1, 1, 0, 0])
    assert pieces(LAND, plan, 0) == [[0], [2, 3, 6, 7]]
