"""Nobody is lost and nobody goes twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.teachers.ahead.flows import flows, hires

YEARS = 4
COUNTS = st.lists(st.integers(0, 20), min_size=YEARS, max_size=YEARS)


@given(COUNTS, st.integers(0, 30), st.lists(st.floats(0, 9), min_size=YEARS, max_size=YEARS), st.floats(0, 1))
def test_teachers_are_conserved(due: list[int], staying: int, arriving: list[float], leaving: float) -> None:
    now = np.array([float(sum(due) + staying)])
    made = flows(now, np.array([due], float), np.array([arriving]), leaving)
    stock, retire, leave = (made[one][0] for one in ("stock", "retire", "leave"))
    assert stock[0] == now[0]
    for at in range(YEARS):
        assert stock[at + 1] == pytest.approx(stock[at] - retire[at] - leave[at] + arriving[at])
    assert min(*stock, *retire, *leave) >= -1e-9
    assert now[0] + sum(arriving) == pytest.approx(stock[-1] + retire.sum() + leave.sum())


def test_who_left_does_not_retire() -> None:
    made = flows(np.array([10.0]), np.array([[0.0, 10.0]]), np.zeros((1, 2)), 0.5)
    assert made["leave"][0].tolist() == [5, 0]
    assert made["retire"][0].tolist() == [0, 5]
    assert made["stock"][0].tolist() == [10, 5, 0]


@given(st.lists(st.floats(0, 20), min_size=YEARS + 1, max_size=YEARS + 1), st.floats(0, 1))
def test_with_those_found_nobody_is_missing_and_fewer_would_not_do(need: list[float], leaving: float) -> None:
    stock = np.full((1, YEARS + 1), 8.0)
    asked = hires(stock, np.array([need]), leaving)[0]
    found = 0.0
    for at in range(YEARS):
        found = found * (1 - leaving) + asked[at]
        assert stock[0, at + 1] + found >= need[at + 1] - 1e-9
        if asked[at] > 0:
            assert stock[0, at + 1] + found == pytest.approx(need[at + 1])


def test_an_unknown_need_asks_for_nobody_known() -> None:
    assert np.isnan(hires(np.ones((1, 2)), np.array([[1.0, np.nan]]), 0.0)[0, 0])
