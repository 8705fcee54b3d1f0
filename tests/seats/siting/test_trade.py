"""The curve between money and way: more money never means more way, and no point lies below the limit."""

import pytest

from junheng.seats.siting import faults, lower_limit, trade_off
from tests.seats.siting.test_solve import choice


def test_the_curve_falls_and_stays_above_its_limit() -> None:
    problem = choice()
    points = trade_off(problem, [0.0, 2e4, 2e5], steps=8_000)
    assert points
    assert [one.money for one in points] == sorted(one.money for one in points)
    assert [one.metres for one in points] == sorted((one.metres for one in points), reverse=True)
    for point in points:
        assert point.metres >= lower_limit(points, point.money) * (1 - 1e-9)
        assert point.answer.gap >= 0


def test_limits_that_cannot_be_kept_give_no_point() -> None:
    assert trade_off(choice(budget=-1.0), [0.0], steps=1_000) == ()


def test_a_point_is_a_checked_siting() -> None:
    problem = choice(metres_per_money=1e5)
    (point,) = trade_off(problem, [1e5], steps=4_000)
    assert faults(problem, point.answer) == []
    assert point.least_metres(0.0) == pytest.approx(point.answer.bound)
