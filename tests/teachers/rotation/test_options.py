"""Every school that a teacher could be put at, as one by one edits would find it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.teachers.rotation.draft import check_edit, draft, edited, price_of_edit
from junheng.teachers.rotation.options import options, squared
from junheng.teachers.rotation.spread import dispersions
from tests.teachers.rotation.tiny import county, random_county, rules


@settings(deadline=None)
@given(st.integers(0, 5000), st.integers(0, 7))
def test_each_option_is_what_the_edit_would_be(seed: int, teacher: int) -> None:
    held, law = random_county(seed, teachers=8, posts=4), rules(cap=2)
    plan = draft(held, law, held.staff.post)
    section = int(held.section[held.staff.post[teacher]])
    found = list(options(plan, teacher))
    assert [one.to for one in found] == [
        post for post in np.flatnonzero(held.section == section) if post != held.staff.post[teacher]
    ]
    for one in found:
        after = edited(plan, teacher, one.to).after
        assert one.breaches == check_edit(plan, teacher, one.to)
        assert one.change == price_of_edit(plan, teacher, one.to)
        for flag, value in enumerate(one.dispersion):
            exact = dispersions(held, flag, after)[section]
            assert value == (None if exact is None else pytest.approx(exact, abs=1e-9))


def test_a_wish_is_ranked_and_the_own_school_means_to_stay() -> None:
    held = county([0, 1, 2], wishes=[[0, 2, 1], [0, 1, 2]])
    plan = draft(held, rules(), np.array([1, 1, 2]))
    assert {one.to: one.rank for one in options(plan, 0)} == {0: 0, 2: 1}


def test_the_square_is_of_the_draft_as_it_stands() -> None:
    held = county([0, 0, 1], backbone=[1, 1, 0])
    plan = draft(held, rules(), held.staff.post)
    exact = dispersions(held, 0)[0]
    assert exact is not None
    assert squared(plan, 0, 0) == pytest.approx(exact**2)
    assert squared(plan, 1, 0) is None
