"""The checker names every broken rule."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.medians import WrongAnswerError, median_problem, verified_cost

LINE = median_problem(np.array([[0.0, 0.0], [3.0, 0.0], [10.0, 0.0]]), np.full(3, 5.0), np.array([2.0, 3.0, 4.0]), 2)


def test_a_right_answer_has_its_cost() -> None:
    assert verified_cost(LINE, [0, 2], [0, 0, 2]) == 3.0


@pytest.mark.parametrize(
    ("opened", "assignment", "said"),
    [
        ([0], [0, 0, 0], "1 sites are open"),
        ([0, 0], [0, 0, 0], "open twice"),
        ([0, 9], [0, 0, 9], "does not exist"),
        ([0, 2], [0, 0], "has no site"),
        ([0, 2], [0, 1, 2], "closed site"),
        ([0, 1], [0, 0, 1], "does not serve itself"),
        ([1, 2], [1, 1, 2], None),
        ([0, 2], [0, 2, 2], "holds 7"),
    ],
)
def test_a_wrong_answer_is_named(opened: list[int], assignment: list[int], said: str | None) -> None:
    if said is None:
        assert verified_cost(LINE, opened, assignment) == 3.0
        return
    with pytest.raises(WrongAnswerError, match=said):
        verified_cost(LINE, opened, assignment)


def test_fixed_costs_count_once() -> None:
    assert verified_cost(replace(LINE, fixed=np.array([7.0, 0.0, 1.0])), [0, 2], [0, 0, 2]) == 11.0
