"""Each count that rules an answer out has its own reason; what it lets pass may still be solvable."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.medians.infeasible import impossible, proven
from junheng.seats.medians.problem import Problem
from tests.seats.medians.small import by_trying, towns

PLAIN = towns(0, n=5)


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (replace(PLAIN, p=9), "too_few_sites"),
        (replace(PLAIN, demand=np.array([1.0, 1, 1, 1, 500])), "customer_too_large"),
        (replace(PLAIN, demand=np.full(5, 7.0), capacity=np.full(5, 17.0)), "demand_over_capacity"),
        (replace(PLAIN, demand=np.array([4.0, 4, 4, 1, 1]), capacity=np.full(5, 7.0)), "too_many_large"),
    ],
)
def test_each_count_has_its_reason(problem: Problem, code: str) -> None:
    found = impossible(problem)
    assert found is not None
    assert found.code == code
    assert found.reason.zh != found.reason.en


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=5, max_size=5), st.integers(5, 20), st.integers(1, 5))
def test_what_is_ruled_out_has_no_answer(demand: list[int], room: int, p: int) -> None:
    problem = replace(PLAIN, demand=np.array(demand, float), capacity=np.full(5, float(room)), p=p)
    if impossible(problem) is not None:
        assert by_trying(problem) == np.inf


def test_a_complete_search_says_so() -> None:
    assert proven().code == "no_packing"
