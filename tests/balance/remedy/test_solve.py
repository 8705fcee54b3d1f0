"""The cheapest plan: equal to trying everything, with a bound that is one, and lawful when the numbers move."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import Answer, hopeless, solve
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, tiny

LIMITS = (0.3, 0.45, 0.6)
LAWS = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def right(problem: Problem, answer: Answer, least: float) -> bool:
    """Whether the answer is the cheapest plan, or the proof that there is none."""
    if not np.isfinite(least):
        return answer.impossible and answer.changes is None
    return (
        answer.changes is not None
        and broken(problem, answer.changes) == []
        and answer.cost == pytest.approx(least, abs=1e-6)
        and answer.bound <= least + 1e-6
        and answer.gap <= 1e-6
    )


def test_it_finds_what_trying_everything_finds(solver: Solver) -> None:
    wrong = []
    for seed in range(300):
        problem = tiny(seed, 2 + seed % 3, limit=LIMITS[seed % 3])
        if not right(problem, solve(problem, solver), cheapest(problem)):
            wrong.append(seed)
    assert wrong == []


@pytest.mark.parametrize("seed", range(12))
def test_with_moves_too(solver: Solver, seed: int) -> None:
    problem = tiny(seed, 2 + seed % 2, move=True, limit=LIMITS[seed % 3])
    assert right(problem, solve(problem, solver), cheapest(problem))


@pytest.mark.parametrize("seed", range(12))
def test_with_limits_at_schools_and_in_all(solver: Solver, seed: int) -> None:
    at_schools = tiny(seed, 3, most=2.0, limit=0.2)
    assert right(at_schools, solve(at_schools, solver), cheapest(at_schools))
    in_all = tiny(seed, 3, total=4.0, limit=0.2)
    assert right(in_all, solve(in_all, solver), cheapest(in_all))


def cost(problem: Problem, solver: Solver) -> float:
    answer = solve(problem, solver, gap=1e-6)
    assert answer.bound <= answer.cost
    return answer.cost


@LAWS
@given(seed=st.integers(0, 10_000), share=st.sampled_from((1.0, 1.1, 1.3)))
def test_higher_thresholds_and_tighter_limits_never_cost_less(solver: Solver, seed: int, share: float) -> None:
    thresholds = (4.2, 1.0, 2.3)
    least = cost(tiny(seed, 4), solver)
    higher = tiny(seed, 4)
    demand = np.ceil(higher.full + (share - 1.0) / higher.unit), np.ceil(higher.floor + (share - 1.0) / higher.unit)
    assert cost(replace(higher, full=demand[0], floor=demand[1]), solver) >= least - 1e-6
    assert cost(tiny(seed, 4, limit=0.3 / share, thresholds=thresholds), solver) >= least - 1e-6
    assert cost(replace(higher, exempt=0), solver) >= least - 1e-6


@LAWS
@given(seed=st.integers(0, 10_000))
def test_more_levers_and_wider_limits_never_cost_more(solver: Solver, seed: int) -> None:
    capped = solve(tiny(seed, 4, most=6.0), solver, gap=1e-6)
    free = cost(tiny(seed, 4), solver)
    assert capped.cost >= free - 1e-6
    assert cost(tiny(seed, 4, move=True), solver) <= free + 1e-6


@LAWS
@given(seed=st.integers(0, 10_000))
def test_moves_conserve_teachers_and_leave_the_giver_its_own_demand(solver: Solver, seed: int) -> None:
    problem = tiny(seed, 4, move=True)
    changes = solve(problem, solver).changes
    assert changes is not None
    net = changes.net()
    assert net.sum(axis=0) == pytest.approx(changes.added.sum(axis=0))
    assert (net >= problem.floor - 1e-9).all()
    assert (np.count_nonzero(net < problem.full - 1e-9, axis=1) <= problem.exempt).all()


def test_nobody_moves_farther_than_allowed(solver: Solver) -> None:
    problem = next(one for one in (tiny(seed, 4, move=True) for seed in range(50)) if moves(one, solver))
    alone = replace(problem, reach=np.zeros((4, 4), bool))
    assert moves(alone, solver) == 0
    assert cost(alone, solver) == pytest.approx(cost(replace(problem, move=np.full(3, np.inf)), solver))
    everywhere = replace(problem, reach=np.ones((4, 4), bool))
    assert cost(everywhere, solver) == pytest.approx(cost(problem, solver))


def moves(problem: Problem, solver: Solver) -> int:
    changes = solve(problem, solver).changes
    assert changes is not None
    assert broken(problem, changes) == []
    return len(changes.moves)


def test_a_county_that_passes_costs_nothing() -> None:
    problem = tiny(1, 3)
    rich = replace(problem, full=np.full((3, 3), -1.0), floor=np.full((3, 3), -2.0), base=np.full((3, 3), 1.5))
    answer = solve(rich)
    assert (answer.cost, answer.bound, answer.gap) == (0.0, 0.0, 0.0)


def test_without_a_solver_the_gap_is_said() -> None:
    answers = [solve(tiny(seed, 4, limit=0.2)) for seed in range(20)]
    assert all(answer.bound <= answer.cost for answer in answers)
    assert any(answer.gap > 0 for answer in answers)


def test_a_school_that_may_get_nothing_is_hopeless() -> None:
    problem = tiny(3, 3, most=0.0)
    assert hopeless(problem).tolist() == [
        bool((problem.floor[at] > 0).any() or (problem.full[at] > 0).sum() > 1) for at in range(3)
    ]
    assert solve(problem).impossible
