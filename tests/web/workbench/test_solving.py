"""The solver's answers keep every demand, and a no says why."""

import numpy as np
import pytest

from junheng.seats.assignment.check import faults
from junheng.seats.zoning.editing import Editing, begin, lock, move
from junheng.web.workbench.land import Land
from junheng.web.workbench.showing import today_of
from junheng.web.workbench.solving import Wishes, metres_of, problem_of, seats_of, solved, why_impossible

NONE = np.zeros(3)


def wishes(**given: float) -> Wishes:
    return Wishes(**{"class_size": 45, "adding": False, "change_metres": 0, "cap": None, "seconds": 2, **given})  # type: ignore[arg-type]


def test_seats_are_classes_at_the_size_asked_for(land: Land) -> None:
    assert seats_of(land, wishes(class_size=10), NONE).tolist() == [60, 60, 60]
    assert seats_of(land, wishes(class_size=10, adding=True), np.array([1.0, 0, 0])).tolist() == [70, 60, 60]


def test_every_area_gets_a_school_within_its_seats_and_in_one_piece(land: Land) -> None:
    problem = problem_of(land, today_of(land), wishes(), np.array([48.0, 48.0, 48.0]))
    plan = solved(problem, today_of(land), 2)
    assert plan.unserved == 0
    assert faults(problem, plan, contiguous=True) == []
    assert not any(begin(land.board, plan.assignment).standing.loose)
    assert plan.bound <= plan.objective


def test_dear_changes_keep_todays_map_and_locks_are_kept(land: Land) -> None:
    held = lock(move(today_of(land), [1], 1), [1])
    plan = solved(problem_of(land, held, wishes(change_metres=50_000), np.full(3, 90.0)), held, 2)
    assert np.flatnonzero(plan.assignment != land.board.today).tolist() == [1]


def test_too_few_seats_are_told_in_numbers(land: Land, editing: Editing) -> None:
    problem = problem_of(land, editing, wishes(), np.full(3, 40.0))
    said = why_impossible(land, problem, editing, 5)
    assert "少24个" in said.zh
    assert "24 too few" in said.en


def test_the_demands_that_clash_are_named(land: Land) -> None:
    locked = lock(today_of(land), [3, 11])
    problem = problem_of(land, locked, wishes(), np.array([300.0, 300.0, 20.0]))
    said = why_impossible(land, problem, locked, 10)
    assert "样例第3小学 不超过 20 个学位" in said.zh
    assert "锁定在 样例第3小学" in said.zh
    assert "样例第1小学" not in said.zh


def test_ways_are_those_of_the_board(land: Land) -> None:
    metres = metres_of(land)
    assert metres.shape == (12, 3)
    assert metres[4, 0] == pytest.approx(0, abs=1)
