"""The cheapest additions and moves of one indicator within reach."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.flows import LateError
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.within import Column
from tests.balance.remedy.tiny import by_steps, in_line, tiny


def columns(problem: Problem) -> list[float]:
    """The cost for every set of schools that exempt the first indicator."""
    found = []
    for mask in range(1 << len(problem.schools)):
        exempted = np.array([bool(mask >> school & 1) for school in range(len(problem.schools))])
        one = Column(problem, 0, np.where(exempted, problem.floor[:, 0], problem.full[:, 0]))
        found.append(np.inf if one.best is None else one.cost(one.best))
    return found


@pytest.mark.parametrize("seed", range(9))
def test_it_costs_what_trying_everything_costs(seed: int) -> None:
    problem = in_line(tiny(seed, 3, move=True, limit=(0.15, 0.25, 0.4)[seed % 3]))
    assert columns(problem) == pytest.approx(by_steps(problem, 0))


@pytest.mark.parametrize("seed", range(6))
def test_with_limits_at_schools_and_in_all(seed: int) -> None:
    problem = in_line(tiny(seed, 3, move=True, limit=0.2, most=(3.0, 1.0)[seed % 2], total=4.0))
    assert columns(problem) == pytest.approx(by_steps(problem, 0))


def test_what_units_are_worth_is_kept_where_the_dispersion_binds() -> None:
    problem = in_line(tiny(3, 20, move=True, limit=0.12))
    tight, loose = (Column(one, 0, one.full[:, 0]) for one in (problem, replace(problem, limit=np.full(3, 9.0))))
    assert [one.square for one in loose.worths] == [0.0]
    assert {one.square for one in tight.worths} == {0.0, 1.0}
    assert tight.best is not None
    assert loose.best is not None
    assert tight.cost(tight.best) > loose.cost(loose.best)
    assert tight.best.over() <= 0


def test_a_total_takes_as_few_steps_as_keep_the_limit() -> None:
    problem = in_line(tiny(3, 20, move=True, limit=0.12))
    column = Column(problem, 0, problem.full[:, 0])
    assert column.best is not None
    more = column.at_total(column.best, column.best.total + 2)
    assert more is not None
    assert (more.total, more.moved < column.best.moved) == (column.best.total + 2, True)
    assert column.at_total(column.best, -1.0) is None


def test_time_that_is_over_leaves_what_there_is() -> None:
    problem = in_line(tiny(3, 20, move=True, limit=0.12))
    column = Column(problem, 0, problem.full[:, 0], until=0.0)
    assert column.best is None
    assert (column.flow.net >= column.low).all()
    with pytest.raises(LateError):
        column.at_total(column.flow, column.flow.total)
