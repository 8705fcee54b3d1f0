"""A town of points as a siting, and its answer counted on the ground by hand."""

import numpy as np
import pytest

from junheng.seats.places import Ways
from junheng.seats.siting import (
    OBJECTIVES,
    SitingPlan,
    SitingTown,
    Wish,
    faults,
    on_the_ground,
    site,
    siting_problem,
)


def town(children: tuple[int, ...] = (60, 30, 20)) -> SitingTown:
    """Three areas, one school near the first, two candidates."""
    metres = np.array([[100.0, 800, 1500], [900, 200, 600], [1800, 700, 100]])
    area = np.repeat(np.arange(3), 3)
    ways = Ways(area, np.tile(np.arange(3), 3), metres.reshape(-1))
    return SitingTown(np.array(children), np.array([60, 40, 50]), 1, np.array([0.0, 5.0, 3.0]), ways)


def sited(wish: Wish, asked: SitingTown | None = None) -> tuple[SitingTown, SitingPlan]:
    there = asked or town()
    problem = siting_problem(there, wish)
    answer = site(problem, steps=6_000)
    assert isinstance(answer, SitingPlan)
    assert faults(problem, answer) == []
    return there, answer


def test_one_site_is_opened_where_the_way_is_least() -> None:
    there, answer = sited(Wish(at_most=1))
    assert (answer.seats > 0).tolist() == [True, False, True]
    ground = on_the_ground(there, answer, 500)
    assert ground.metres.tolist() == [100, 600, 100]
    assert ground.pupils.tolist() == [60, 0, 50]
    assert ground.areas.tolist() == [1, 0, 2]
    assert ground.mean_metres == pytest.approx((60 * 100 + 30 * 600 + 20 * 100) / 110)
    assert (ground.farthest_metres, ground.unserved) == (600, 0)
    assert ground.within == pytest.approx(80 / 110)


def test_the_budget_and_the_cap_are_kept() -> None:
    there, answer = sited(Wish(budget=4.0, cap=300.0))
    assert answer.money <= 4
    ground = on_the_ground(there, answer, 500)
    assert (ground.unserved, ground.farthest_metres) == (30, 100)
    assert np.isnan(ground.metres[1])


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_objective_gives_a_siting_that_passes_the_checker(objective: str) -> None:
    there, answer = sited(Wish(at_most=1, objective=objective, radius=500.0))  # type: ignore[arg-type]
    assert on_the_ground(there, answer, 500).unserved == 0


def test_nobody_with_a_seat_has_no_mean_way() -> None:
    there, answer = sited(Wish(at_most=0, cap=50.0))
    ground = on_the_ground(there, answer, 500)
    assert np.isnan(ground.mean_metres)
    assert ground.unserved == 110
