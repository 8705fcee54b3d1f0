"""The squared dispersion is a sum over posts, exact at every whole number."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.teachers.rotation.spread import dispersions, spread
from tests.teachers.rotation.tiny import county, random_county


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_points_are_posts_times_squared_dispersion(seed: int) -> None:
    held = random_county(seed)
    one, found = spread(held, 0, 7.0), dispersions(held, 0)[0]
    points = one.points(held.flagged(0)).sum()
    assert points == pytest.approx(0 if found is None else 7 * held.posts * found**2)


@settings(deadline=None)
@given(st.integers(0, 1000), st.integers(0, 9))
def test_steps_add_up_and_grow(seed: int, many: int) -> None:
    one = spread(random_county(seed), 1, 1.0)
    for post in np.flatnonzero(one.judged):
        at = np.full(many, post)
        steps = one.step(at, np.arange(many))
        start, end = (one.points(np.full(one.target.size, count))[post] for count in (0, many))
        assert steps.sum() == pytest.approx(end - start)
        assert (np.diff(steps) > 0).all()


def test_a_section_without_the_flag_is_not_judged() -> None:
    held = county([0, 1], backbone=[0, 0])
    assert not spread(held, 0, 1.0).judged.any()
    assert dispersions(held, 0) == {0: None}


def test_a_worked_dispersion() -> None:
    held = county([0, 0, 1], backbone=[1, 1, 0], pupils=[100, 100])
    assert dispersions(held, 0)[0] == pytest.approx(1.0)
