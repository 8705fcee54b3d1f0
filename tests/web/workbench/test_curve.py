"""The picture of a trade-off."""

from typing import Any

import pytest

from junheng.web.workbench.curve import BOTTOM, HEIGHT, INSET, LEFT, TOP, curve_of

POINTS: list[dict[str, Any]] = [
    {"schools": 0, "mean_metres": 1000.0},
    {"schools": 1, "mean_metres": None},
    {"schools": 2, "mean_metres": 500.0},
]


def test_the_axis_starts_at_zero_and_every_answer_is_a_dot() -> None:
    curve = curve_of(POINTS, 2)
    assert [one.schools for one in curve.dots] == [0, 2]
    assert [one.chosen for one in curve.dots] == [False, True]
    assert curve.ticks[0].words == "0"
    assert float(curve.ticks[0].at) == HEIGHT - BOTTOM
    assert float(curve.ticks[-1].at) == TOP
    assert float(curve.dots[0].x) == LEFT + INSET
    assert float(curve.dots[0].y) == pytest.approx(TOP + (HEIGHT - TOP - BOTTOM) * 0.5, abs=0.1)


def test_no_answer_at_all_is_an_empty_curve() -> None:
    assert curve_of([{"schools": 0, "mean_metres": None}], 0).dots == ()
