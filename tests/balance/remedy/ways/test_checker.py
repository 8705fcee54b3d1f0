"""The checker sees every kind of breach."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.checker import broken_by, over_county
from junheng.balance.remedy.ways.levers import Levers
from tests.balance.remedy.tiny_levers import small

BIG = np.full((2, 5), 50.0)


def plan(levers: Levers, change: Callable[[Floats], None] = lambda _: None) -> tuple[Levers, Floats, Changes]:
    amounts = np.full((2, 5), 3.0)
    amounts[:, 3:] = 1.0
    change(amounts)
    return levers, amounts, Changes.of(levers.added(amounts))


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
    assert broken_by(*plan(free())) == []


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
    assert said in broken_by(*plan(free(), change))


def test_totals_and_sums_are_looked_at() -> None:
    levers, amounts, changes = plan(free(), put(0, 4, 2.0))
    amounts[1, 4] = 2.0
    assert "total posts" in broken_by(levers, amounts, Changes.of(levers.added(amounts)))
    assert "s1 L0 is not what its ways add" in broken_by(levers, amounts, changes)
    tight = replace(levers, total=np.array([[5.0] * 5, [5.0] * 5]))
    assert "total add L0" in broken_by(tight, amounts, changes)
    assert "county add L0" in over_county([tight], [amounts], [changes])
    assert "county posts" in over_county([replace(levers, posts_total=(9.0, 3.0))], [amounts], [changes])


def test_moves_keep_their_limits() -> None:
    levers, amounts, changes = plan(free())
    movable = replace(levers, problem=replace(levers.problem, move=np.ones(3)))
    moved = Changes(changes.added, np.array([[0, 0, 1]]), np.array([2.0]))
    assert broken_by(movable, amounts, moved) == []
    held = replace(movable, leaving=np.ones((2, 3)), moving=np.ones((2, 3)))
    assert {"s0 moves L0", "total moves L0"} <= set(broken_by(held, amounts, moved))
    assert over_county([held], [amounts], [moved]) == ["county moves L0"]
