"""Sections that share: equal to trying everything, and never cheaper than section by section."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.joint import Joint, solved_together
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import solve
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, tiny

AT = 2
LINK = np.array([[0, 1, 1, 0, AT]])
"""The second school of the one section is the first of the other; they share the third quantity."""
MOST = 14


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def shared(problem: Problem, school: int, share: float) -> Problem:
    """With that much of every unit of the shared quantity counting at the school."""
    unit, full, floor = problem.unit.copy(), problem.full.copy(), problem.floor.copy()
    unit[school, AT] *= share
    for one in (full, floor):
        one[school, AT] = np.ceil(one[school, AT] / share - 1e-9)
    return replace(problem, unit=unit, full=full, floor=floor)


def joint(seed: int, limit: float = 0.3) -> Joint:
    return Joint(
        (shared(tiny(seed, 3, limit=limit), 1, 0.6), shared(tiny(seed + 900, 2, limit=limit), 0, 0.4)),
        LINK,
    )


def fixed(problem: Problem, school: int, amount: float) -> Problem:
    """After so much was added of what is shared, and no more may be."""
    base, full, floor, most = (one.copy() for one in (problem.base, problem.full, problem.floor, problem.most))
    base[school, AT] += problem.unit[school, AT] * amount
    full[school, AT] -= amount
    floor[school, AT] -= amount
    most[school, AT] = 0.0
    return replace(problem, base=base, full=full, floor=floor, most=most)


def tried(county: Joint) -> float:
    """The cheapest plans by trying every amount of what is shared."""
    price = float(county.problems[0].add[AT])
    return min(
        price * amount
        + sum(cheapest(fixed(one, school, amount)) for one, school in zip(county.problems, (1, 0), strict=True))
        for amount in range(MOST)
    )


@pytest.mark.parametrize("seed", range(12))
def test_it_finds_what_trying_everything_finds(solver: Solver, seed: int) -> None:
    county = joint(seed, (0.3, 0.45)[seed % 2])
    least = tried(county)
    found = solved_together(county, solver, seconds=20.0, gap=1e-6)
    if not np.isfinite(least):
        assert found.changes is None
        return
    assert found.changes is not None
    assert county.broken(found.changes) == []
    assert found.bound <= least + 1e-6
    assert found.cost == pytest.approx(least, rel=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_paid_once_it_costs_no_more_than_both_sections_and_no_less_than_the_dearer(solver: Solver, seed: int) -> None:
    county = joint(seed)
    together = solved_together(county, solver, seconds=20.0, gap=1e-6)
    apart = [solve(one, solver, gap=1e-6) for one in county.problems]
    assert together.cost >= max(one.bound for one in apart) - 1e-6
    quick = solved_together(county, None, seconds=20.0, gap=1e-6)
    assert quick.bound <= together.cost + 1e-6
    assert quick.cost >= together.cost - 1e-6


def test_amounts_that_differ_under_one_roof_are_a_fault(solver: Solver) -> None:
    county = joint(1)
    plans = solved_together(county, solver, seconds=20.0, gap=1e-6).changes
    assert plans is not None
    added = plans[0].added.copy()
    added[1, AT] += 1
    assert "shared" in county.broken((replace(plans[0], added=added), plans[1]))


def test_no_time_is_no_proof(solver: Solver) -> None:
    late = solved_together(joint(1), solver, seconds=-1.0, gap=1e-6)
    assert late.changes is not None
    assert late.bound <= late.cost
