"""The checker sees every kind of breach."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County, Done
from junheng.balance.remedy.ways.levers import Levers
from tests.balance.remedy.tiny_levers import small

NO_LINKS = np.empty((0, 5), np.int64)


def amounts_with(change: Callable[[Floats], None] = lambda _: None) -> Floats:
    amounts = np.full((2, 5), 3.0)
    amounts[:, 3:] = 1.0
    change(amounts)
    return amounts


def faults(levers: Levers, amounts: Floats, changes: Changes | None = None) -> list[str]:
    return faults_of(County((levers,), NO_LINKS), (Done(amounts, changes or Changes.of(levers.added(amounts))),))


def free() -> Levers:
    """Nothing is demanded of schools or dispersions."""
    levers = small(1, posts=2.0, hires=3.0)
    problem = levers.problem
    return replace(
        levers,
        problem=replace(problem, full=problem.nothing, floor=problem.nothing, limit=np.full(3, np.inf)),
    )


def put(school: int, way: int, amount: float) -> Callable[[Floats], None]:
    def change(amounts: Floats) -> None:
        amounts[school, way] = amount

    return change


def test_a_plan_inside_all_limits_breaks_nothing() -> None:
    assert faults(free(), amounts_with()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put(0, 0, 6.0), "s0 add L0"),
        (put(1, 3, 3.0), "s1 train L0"),
        (put(0, 4, 3.0), "s0 posts"),
        (put(0, 1, 0.5), "s0 add L1 in parts"),
    ],
)
def test_what_is_too_much_is_named(change: Callable[[Floats], None], said: str) -> None:
    assert said in faults(free(), amounts_with(change))


def test_totals_and_sums_are_looked_at() -> None:
    levers, amounts = free(), amounts_with(put(0, 4, 2.0))
    changes = Changes.of(levers.added(amounts))
    amounts[1, 4] = 2.0
    assert "total posts" in faults(levers, amounts)
    assert "s1 L0 is not what its ways add" in faults(levers, amounts, changes)
    tight = replace(levers, total=np.array([[5.0] * 5, [5.0] * 5]))
    assert {"total add L0", "county add L0"} <= set(faults(tight, amounts))
    assert "county posts" in faults(replace(levers, posts_total=(9.0, 3.0)), amounts)


def test_moves_keep_their_limits() -> None:
    levers, amounts = free(), amounts_with()
    movable = replace(levers, problem=replace(levers.problem, move=np.ones(3)))
    moved = Changes(levers.added(amounts), np.array([[0, 0, 1]]), np.array([2.0]))
    assert faults(movable, amounts, moved) == []
    held = replace(movable, leaving=np.ones((2, 3)), moving=np.ones((2, 3)))
    assert set(faults(held, amounts, moved)) == {"s0 moves L0", "total moves L0", "county moves L0"}


def test_what_is_done_for_a_whole_school_counts_in_the_county_once() -> None:
    links = np.array([[0, 0, 1, 0, at] for at in range(3)])
    county = County((free(), free()), links)
    amounts = amounts_with()
    other = amounts.copy()
    plans = tuple(Done(one, Changes.of(free().added(one))) for one in (amounts, other))
    assert faults_of(county, plans) == []
    tight = replace(free(), total=np.array([[99.0] * 5, [9.0] * 5]))
    assert faults_of(County((tight, tight), links), plans) == []
    apart = faults_of(County((tight, tight), NO_LINKS), plans)
    assert "county add L0" in apart
    other[0, 0] = 4.0
    less = (plans[0], Done(other, Changes.of(free().added(other))))
    assert "s0 add L0 differs between sections" in set(faults_of(county, less))


def test_what_one_section_does_counts_where_it_is_shared() -> None:
    links = np.array([[0, 0, 1, 0, 0]])
    county = County((free(), free()), links)
    amounts, other = amounts_with(), amounts_with()
    plans = tuple(Done(one, Changes.of(free().added(one))) for one in (amounts, other))
    assert set(faults_of(county, plans)) == {"s0 L0 is not what its ways add"}
    added = county.added([amounts, other])
    assert added[0][0, 0] == 3.0 + 1.0 + 1.0 + 1.0
    assert (
        faults_of(county, tuple(Done(one, Changes.of(more)) for one, more in zip((amounts, other), added, strict=True)))
        == []
    )
