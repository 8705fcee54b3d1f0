"""The program written down: small where nothing couples, and never tighter than the problem."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.program import Model, Sheet, Wish, tangents
from junheng.balance.remedy.solve import solve
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, in_line, tiny

EVERYTHING = np.ones((3, 3), bool)


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def test_a_sheet_keeps_columns_rows_and_entries_together() -> None:
    sheet = Sheet()
    column = sheet.columns(np.array([2.0, 4.0]), np.ones(2), np.array([True, False]))
    row = sheet.rows(np.array([1.0]), np.array([np.inf]))
    sheet.put(row, column, np.array([3.0, 0.0]))
    program = sheet.program(2.0)
    assert program.cost.tolist() == [1.0, 2.0]
    assert (program.row.tolist(), program.column.tolist(), program.value.tolist()) == ([0], [0], [3.0])


def test_only_what_couples_has_columns_of_its_own() -> None:
    problem = tiny(4, 3)
    free = Model(problem, Wish((), {}, EVERYTHING))
    assert free.added == {}
    assert free.sheet.width == int((problem.saving > 0).sum())
    assert free.constant == pytest.approx(float((problem.lowest * problem.add).sum()))
    limited = Model(replace(problem, county_most=np.array([np.inf, 9.0, np.inf])), Wish((), {}, EVERYTHING))
    assert list(limited.added) == [1]


@pytest.mark.parametrize("seed", range(8))
def test_its_bound_never_exceeds_the_cheapest_plan(solver: Solver, seed: int) -> None:
    problem = tiny(seed, 3, limit=0.2)
    answer = solve(problem)
    assert answer.changes is not None
    value = problem.base + problem.unit * answer.changes.net()
    means = [float(problem.weight[:, at] @ value[:, at]) for at in range(3)]
    ratios = {at: tangents([value[:, at], value[:, at] * 0.9], [means[at]] * 2) for at in range(3)}
    model = Model(problem, Wish((0, 1, 2), ratios, EVERYTHING))
    found = solver.solve(model.sheet.program(1.0), 10.0)
    assert found.bound + model.constant <= cheapest(problem) + 1e-6
    assert found.bound + model.constant >= 0.5 * cheapest(problem)


@pytest.mark.parametrize("seed", range(6))
def test_nor_where_schools_take_and_give_as_many_more(solver: Solver, seed: int) -> None:
    problem = in_line(tiny(seed, 3, limit=9.0, move=True))
    model = Model(problem, Wish((), {}, EVERYTHING))
    found = solver.solve(model.sheet.program(1.0), 10.0)
    assert found.bound + model.constant == pytest.approx(cheapest(problem), abs=1e-4)


def test_equal_tangents_are_written_once() -> None:
    ratios = tangents([np.array([1.0, 2.0]), np.array([1.0, 3.0])], [2.0, 2.0])
    assert np.isnan(ratios).tolist() == [[False, False], [True, False]]
    assert ratios[:, 1].tolist() == [0.0, 0.5]
