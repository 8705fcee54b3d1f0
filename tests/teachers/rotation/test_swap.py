"""Heads change places in pairs: rules of either, and points as the whole objective counts them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.teachers.rotation.county import County
from junheng.teachers.rotation.draft import draft
from junheng.teachers.rotation.options import exchanges
from junheng.teachers.rotation.spread import dispersions
from junheng.teachers.rotation.swap import check_swap, others, price_of_swap
from junheng.teachers.rotation.terms import terms
from tests.teachers.rotation.tiny import county, rules


def heads(seed: int) -> County:
    """Five heads on a street with drawn flags and wishes, and teachers beside them."""
    dice = np.random.default_rng(seed)
    return county(
        [0, 1, 2, 3, 4, 0, 1],
        principal=[True] * 5 + [False] * 2,
        backbone=dice.random(7) < 0.5,
        degree=dice.random(7) < 0.5,
        wishes=[(0, int(dice.integers(1, 5)), 1)],
        pupils=dice.integers(50, 500, 5),
    )


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.permutations(range(5)))
def test_points_and_dispersions_are_those_of_the_draft_after_it(seed: int, order: list[int]) -> None:
    held, law = heads(seed), rules(principal=1)
    after = held.staff.post.copy()
    after[:5] = order
    plan = draft(held, law, after)
    for one in exchanges(plan, 0):
        then = after.copy()
        then[[0, one.other]] = after[[one.other, 0]]
        added = terms(held, law, then).points - terms(held, law, after).points
        assert price_of_swap(plan, 0, one.other).points == pytest.approx(added, abs=1e-9)
        for flag in (0, 1):
            assert one.dispersion[flag] == pytest.approx(dispersions(held, flag, then)[0])


def test_the_rules_of_either_are_told_apart() -> None:
    held = county([0, 1, 4, 2], principal=[1, 1, 1, 0], mobile=[1, 0, 1, 1], child=[-1, -1, 4, -1], pupils=[9] * 5)
    plan = draft(held, rules(cap=3, child=1, principal=1), held.staff.post.copy())
    assert list(others(plan, 0)) == [1, 2]
    own, theirs = check_swap(plan, 0, 1)
    assert (own, [one.rule for one in theirs]) == ((), ["eligible"])
    own, theirs = check_swap(plan, 0, 2)
    assert ([one.rule for one in own], [one.rule for one in theirs]) == (["cap"], ["cap", "child"])


def test_of_a_couple_of_heads_one_may_change_places_and_going_home_breaks_nothing() -> None:
    held = county([0, 1, 2], principal=[1] * 3, partner=[1, 0, -1])
    plan = draft(held, rules(couple=1, principal=1), held.staff.post.copy())
    assert {one.rule for one in check_swap(plan, 0, 1)[0]} == {"couple"}
    assert check_swap(plan, 0, 2) == ((), ())
    moved = draft(held, rules(couple=1, principal=1), np.array([1, 0, 2]))
    assert check_swap(moved, 0, 1) == ((), ())
