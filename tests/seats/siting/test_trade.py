"""The curve between money and way: more money never means more way, and no point lies below the limit."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from junheng.seats.siting import SitingPlan, Unsited, by_number, faults, lower_limit, trade_off
from tests.seats.siting.test_solve import choice


def test_the_curve_falls_and_stays_above_its_limit() -> None:
    problem = choice()
    points = trade_off(problem, [0.0, 2e4, 2e5], steps=8_000)
    assert isinstance(points, tuple)
    assert points
    assert [one.money for one in points] == sorted(one.money for one in points)
    assert [one.metres for one in points] == sorted((one.metres for one in points), reverse=True)
    for point in points:
        assert point.metres >= lower_limit(points, point.money) * (1 - 1e-9)
        assert point.answer.gap >= 0


def test_limits_that_cannot_be_kept_give_a_reason_and_no_curve() -> None:
    reason = trade_off(choice(budget=-1.0), [0.0], steps=1_000)
    assert isinstance(reason, Unsited)
    assert "-1" in reason.words.zh


def test_a_point_is_a_checked_siting() -> None:
    problem = choice(metres_per_money=1e5)
    points = trade_off(problem, [1e5], steps=4_000)
    assert isinstance(points, tuple)
    (point,) = points
    assert faults(problem, point.answer) == []
    assert point.least_metres(0.0) == pytest.approx(point.answer.bound)


def test_each_further_site_never_makes_it_worse_and_every_bound_holds() -> None:
    problem = choice()
    curve = by_number(problem, 4, steps=6_000)
    assert [one.at_most for one in curve] == [0, 1, 2, 3, 4]
    sitings = [one.answer for one in curve if isinstance(one.answer, SitingPlan)]
    assert len(sitings) == 5
    for earlier, later in pairwise(sitings):
        assert later.objective <= earlier.objective
        assert later.bound <= earlier.bound
    for number, one in enumerate(sitings):
        assert faults(replace(problem, at_most=number), one) == []


def test_a_number_too_small_for_the_groups_has_its_reason_on_the_curve() -> None:
    problem = choice(group=np.array([-1, -1, -1, -1, -1, 0, 0, 1, 1]))
    curve = by_number(problem, 2, steps=2_000)
    assert [isinstance(one.answer, Unsited) for one in curve] == [True, True, False]
    assert isinstance(curve[1].answer, Unsited)
    assert "最多新开 1 处" in curve[1].answer.words.zh


def test_each_number_is_told_before_it_is_solved_and_whoever_listens_may_end_the_curve() -> None:
    told: list[int] = []

    def stopping(number: int) -> None:
        told.append(number)
        if number == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        by_number(choice(), 4, steps=200, begun=stopping)
    assert told == [0, 1]
