"""Clusters are kept once, only when they fit, with the right cost."""

import numpy as np
import pytest

from junheng.seats.medians.columns import Columns
from tests.seats.medians.small import towns

PROBLEM = towns(0, n=6, p=2, spare=1.8)


def group(*members: int) -> np.ndarray:
    return np.array(members, np.int32)


def test_a_cluster_is_kept_once() -> None:
    columns = Columns(PROBLEM)
    assert columns.add(0, group(0, 1)) == columns.add(0, group(0, 1)) == 0
    assert columns.add(1, group(0, 1)) == 1
    assert columns.costs[0] == pytest.approx(PROBLEM.cost[[0, 1], 0].sum())


def test_what_does_not_fit_is_left_out() -> None:
    columns = Columns(PROBLEM)
    assert columns.add(0, group(*range(6))) is None
    assert len(columns) == 0


def test_the_clusters_of_an_answer_cost_what_it_costs() -> None:
    columns, assignment = Columns(PROBLEM), np.array([0, 0, 0, 3, 3, 3])
    found = columns.add_clusters(assignment)
    assert [columns.members[at].tolist() for at in found] == [[0, 1, 2], [3, 4, 5]]
    assert sum(columns.costs) == pytest.approx(PROBLEM.cost[np.arange(6), assignment].sum())


def test_reduced_costs_and_what_is_kept() -> None:
    columns = Columns(PROBLEM)
    columns.add_clusters(np.array([0, 0, 0, 3, 3, 3]))
    prices = np.arange(6.0)
    assert columns.reduced_costs(prices, 2.0) == pytest.approx([columns.costs[0] - 3 - 2, columns.costs[1] - 12 - 2])
    columns.keep(np.array([1]))
    assert columns.sites == [3]
    assert columns.add(3, group(3, 4, 5)) == 0
