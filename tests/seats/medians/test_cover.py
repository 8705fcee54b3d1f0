"""Clusters are combined into the cheapest cover."""

import numpy as np
import pytest

from junheng.seats.medians.columns import Columns
from junheng.seats.medians.cover import best_cover, covering
from tests.seats.medians.small import towns

PROBLEM = towns(2, n=6, p=2, spare=1.8)


def test_the_best_parts_of_two_answers_are_joined() -> None:
    columns = Columns(PROBLEM)
    answers = [np.array([0, 0, 0, 3, 3, 3]), np.array([1, 1, 1, 4, 4, 4])]
    first, second = (columns.add_clusters(one) for one in answers)
    found = best_cover(columns, np.arange(len(columns)), np.array(first), 10)
    assert found is not None
    left = min((first[0], second[0]), key=lambda at: columns.costs[at])
    right = min((first[1], second[1]), key=lambda at: columns.costs[at])
    assert sum(columns.costs[at] for at in found) == pytest.approx(columns.costs[left] + columns.costs[right])


def test_no_cover_is_no_answer() -> None:
    columns = Columns(PROBLEM)
    columns.add(0, np.array([0, 1], np.int32))
    assert best_cover(columns, np.arange(1), np.zeros(0, np.int64), 10) is None


def test_rows_are_customers_sites_and_the_count() -> None:
    columns = Columns(PROBLEM)
    columns.add_clusters(np.array([0, 0, 0, 3, 3, 3]))
    program = covering(columns, np.arange(2))
    assert program.lower.tolist() == [1.0] * 6 + [0.0, 0.0, 2.0]
    assert program.rows.tolist() == [0, 1, 2, 6, 8, 3, 4, 5, 7, 8]
