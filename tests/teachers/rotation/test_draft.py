"""One change of a plan: every rule that it breaks at once, and its price to the last point."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.teachers.rotation.draft import check_edit, draft, edited, price_of_edit
from junheng.teachers.rotation.terms import terms
from tests.teachers.rotation.tiny import county, random_county, rules


@settings(deadline=None)
@given(st.integers(0, 5000), st.integers(0, 7), st.integers(0, 3))
def test_the_price_is_the_difference_of_the_terms(seed: int, teacher: int, to: int) -> None:
    held, law = random_county(seed, teachers=8, posts=4), rules()
    dice = np.random.default_rng(seed)
    after = np.where(dice.random(8) < 0.5, dice.integers(0, 4, 8), held.staff.post)
    plan = draft(held, law, after)
    new = edited(plan, teacher, to)
    before, now = terms(held, law, after), terms(held, law, new.after)
    assert price_of_edit(plan, teacher, to).points == pytest.approx(now.points - before.points, abs=1e-9)


def test_every_rule_that_a_change_breaks_is_told_at_once() -> None:
    held = county(
        [0, 1, 2, 3],
        section=[0, 0, 0, 1],
        partner=[1, 0, -1, -1],
        child=[0, -1, -1, -1],
        need=[[1], [1], [0], [1]],
        mobile=[0, 1, 1, 1],
        backbone=[0, 0, 0, 0],
    )
    law = rules(cap=1, couple=1, child=1, out=50, into=50, most=25, share=10)
    plan = draft(held, law, np.array([0, 2, 2, 3]))
    broken = {one.rule for one in check_edit(plan, 0, 2)}
    assert broken == {"eligible", "cap", "subject", "child", "couple", "out", "into", "most", "backbone_share"}
    assert {one.rule for one in check_edit(plan, 1, 1)} == {"share"}
    assert "section" in {one.rule for one in check_edit(plan, 2, 3)}
    assert all(one.words.zh and one.words.en for one in check_edit(plan, 0, 2))


def test_the_same_school_no_way_and_heads() -> None:
    held = county([0, 1, 2], school=[0, 0, 1], km=[[0, 0, np.inf], [0, 0, 1], [np.inf, 1, 0]], principal=[0, 0, 1])
    plan = draft(held, rules(share=0), held.staff.post)
    assert "county" in {one.rule for one in check_edit(plan, 0, 1)}
    assert "cap" in {one.rule for one in check_edit(plan, 0, 2)}
    assert [one.rule for one in check_edit(plan, 2, 1)] == ["principal"]
    assert check_edit(plan, 2, 2) == ()


def test_staying_costs_nothing() -> None:
    held = county([0, 1])
    assert price_of_edit(draft(held, rules(), held.staff.post), 0, 0).points == 0
