"""Filling from below."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.remedy.level import excess, levels, slack
from junheng.balance.remedy.problem import Floats

VALUES = st.lists(st.tuples(st.floats(0.2, 3.0), st.floats(0.1, 5.0)), min_size=2, max_size=8)
NO_CAP = np.inf


def columns(pairs: list[tuple[float, float]]) -> tuple[Floats, Floats]:
    value, weight = np.array([[one[0]] for one in pairs]), np.array([[one[1]] for one in pairs])
    return value, weight / weight.sum()


@given(VALUES, st.sampled_from((0.1, 0.2, 0.35)))
def test_the_limit_is_just_kept_and_nobody_is_lowered(pairs: list[tuple[float, float]], limit: float) -> None:
    low, weight = columns(pairs)
    spread = np.array([1 + limit**2])
    found = levels(low, np.full_like(low, NO_CAP), weight, spread)
    assert (found.value >= low).all()
    if not found.binding[0]:
        assert (found.value == low).all()
        return
    assert excess(found.value, weight, spread)[0] == pytest.approx(0.0, abs=1e-9)
    assert (found.value[low < found.level] == found.level).all()


@given(VALUES)
def test_caps_that_do_not_matter_change_nothing(pairs: list[tuple[float, float]]) -> None:
    low, weight = columns(pairs)
    spread = np.array([1.04])
    free = levels(low, np.full_like(low, NO_CAP), weight, spread)
    capped = levels(low, np.full_like(low, 100.0), weight, spread)
    assert capped.value == pytest.approx(free.value, abs=1e-9)


def test_caps_that_leave_too_much_are_said() -> None:
    low, weight = columns([(0.2, 1.0), (3.0, 1.0)])
    found = levels(low, low + 0.1, weight, np.array([1.04]))
    assert found.kept.tolist() == [False]
    assert (found.value == low).all()


@given(VALUES, st.floats(0.0, 1.0), st.sampled_from((0.2, 0.3)))
def test_a_level_under_caps_is_found_wherever_there_is_one(
    pairs: list[tuple[float, float]], room: float, limit: float
) -> None:
    low, weight = columns(pairs)
    cap = np.where(np.arange(len(low))[:, None] % 2 == 0, low + room, np.inf)
    spread = np.array([1 + limit**2])
    found = levels(low, cap, weight, spread)
    tried = np.linspace(low.min(), low.max(), 400)
    fits = [bool(slack(np.maximum(low, np.minimum(one, cap)), weight, spread)[0]) for one in tried]
    assert found.kept[0] or not any(fits)
    assert slack(found.value, weight, spread * (1 + 1e-9))[0] == found.kept[0]


def test_no_limit_is_always_kept_and_a_tie_is_kept() -> None:
    low, weight = columns([(0.5, 1.0), (1.5, 1.0)])
    assert slack(low, weight, np.array([np.inf])).tolist() == [True]
    assert slack(low, weight, np.array([1.25])).tolist() == [True]
    assert slack(low, weight, np.array([1.2499])).tolist() == [False]
