"""Counts, reach and shares of a county."""

import numpy as np

from junheng.teachers.rotation.county import ceiling, quota
from tests.teachers.rotation.tiny import county, rules


def test_teachers_are_counted_by_post_and_subject_without_heads() -> None:
    held = county([0, 0, 1, 1], subject=[0, 1, 1, 0], principal=[0, 0, 0, 1], backbone=[1, 0, 0, 1])
    assert held.have().tolist() == [[1, 1], [0, 1]]
    assert held.flagged(0).tolist() == [1, 1]
    assert held.size().tolist() == [2, 1]
    assert held.eligible() == 3


def test_reach_is_another_school_of_the_section_within_the_cap() -> None:
    held = county([0, 1, 2, 3], section=[0, 0, 0, 1], school=[0, 1, 2, 2])
    assert held.reach(rules(cap=1)).astype(int).tolist() == [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]
    assert held.reach(rules())[0].tolist() == [False, True, True, False]


def test_no_way_is_no_reach() -> None:
    assert not county([0, 1], km=[[0, np.inf], [np.inf, 0]]).reach(rules()).any()


def test_a_subject_that_is_not_needed_does_not_fit() -> None:
    held = county([0, 1], need=[[1], [0]])
    assert held.fits().tolist() == [[True, True], [False, True]]


def test_shares_are_rounded_so_that_they_are_kept() -> None:
    assert (quota(10, 20), quota(10, 21), quota(10, 0)) == (2, 3, 0)
    assert ceiling(25, np.array([4, 7])).tolist() == [1, 1]
    assert np.isinf(ceiling(None, np.array([4]))).all()


def test_the_last_rank_counts_as_the_number_of_wishes() -> None:
    assert county([0, 1], wishes=[(0, 1, 1), (0, 1, 3)]).staff.wishing.tolist() == [3, 0]
