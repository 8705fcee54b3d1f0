"""Programs solved in a child that can be killed."""

import sys

import numpy as np
import pytest

from junheng.programs import solver as programs
from junheng.programs.solver import NOTHING, Program, Solved, Solver


def knapsack(values: list[float], weights: list[float], room: float) -> Program:
    """The most valuable things within the room, as a minimum."""
    count = len(values)
    return Program(
        cost=-np.array(values),
        upper=np.ones(count),
        whole=np.ones(count, dtype=bool),
        row=np.zeros(count, dtype=np.int64),
        column=np.arange(count),
        value=np.array(weights),
        lowest=np.array([-np.inf]),
        highest=np.array([room]),
    )


def test_one_child_answers_several_programs() -> None:
    with Solver() as solver:
        first = solver.solve(knapsack([5, 4, 3], [4, 3, 2], 5), 5)
        child = solver.child
        second = solver.solve(knapsack([5, 4, 3], [4, 3, 2], 9), 5)
        assert solver.child is child
    assert first.values is not None
    assert np.rint(first.values).tolist() == [0, 1, 1]
    assert first.objective == pytest.approx(-7)
    assert first.bound == pytest.approx(-7)
    assert first.gap == 0
    assert second.objective == pytest.approx(-12)
    assert child is not None
    assert child.poll() is not None


def test_what_cannot_be_is_an_answer() -> None:
    program = knapsack([1], [1], 5)
    impossible = Program(
        **{**{name: getattr(program, name) for name in Program.__dataclass_fields__}, "lowest": np.array([3.0])}
    )
    with Solver() as solver:
        assert solver.solve(impossible, 5).values is None


def test_a_child_that_is_late_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "COMMAND", [sys.executable, "-c", "import time; time.sleep(60)"])
    solver = Solver(grace=0.2)
    assert solver.solve(knapsack([1], [1], 1), 0.1) is NOTHING
    assert solver.child is None


def test_a_child_that_starts_slowly_takes_nothing_from_the_time_of_its_first_program() -> None:
    with Solver() as solver:
        assert solver.ready()
        assert solver.solve(knapsack([5, 4, 3], [4, 3, 2], 5), 0.5).objective == pytest.approx(-7)


def test_the_gap_is_what_is_not_proven() -> None:
    assert Solved(None, 110.0, 100.0).gap == pytest.approx(0.1)
    assert Solved(None, 100.0, 100.0).gap == 0
    assert Solved(None, 3.0, 0.0).gap == 3.0


def test_a_program_without_columns_is_settled_at_once() -> None:
    nothing = np.empty(0)
    none = np.empty(0, np.int64)

    def asked(highest: float) -> Program:
        ends = np.array([-np.inf]), np.array([highest])
        return Program(nothing, nothing, np.empty(0, bool), none, none, nothing, *ends)

    with Solver() as solver:
        kept, broken = solver.solve(asked(0.0), 1.0), solver.solve(asked(-1.0), 1.0)
    assert (kept.objective, kept.values is not None, kept.infeasible) == (0.0, True, False)
    assert (broken.values, broken.infeasible) == (None, True)
