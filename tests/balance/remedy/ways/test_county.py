"""What of a way is done for a whole school, and what of it counts elsewhere besides."""

import numpy as np

from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.ways.county import County, Done
from tests.balance.remedy.tiny_levers import LINKS, MIXED, halves, small


def test_a_way_that_counts_for_what_is_shared_alone_is_done_for_the_whole_school_and_paid_once() -> None:
    county = halves(1, LINKS)
    assert np.argwhere(county.whole[0]).tolist() == [[1, 2]]
    assert county.mirrors == (((0, 1), (1, 0), 2),)
    assert not county.paid[1][0, 2]
    assert county.mixed == ()
    nothing = [np.zeros((2, 5)), np.zeros((2, 5))]
    nothing[0][1, 2] = 2.0
    same = county.equal(nothing)
    assert same[1][0, 2] == 2.0
    added = county.added(same)
    assert [added[0][1, 2], added[1][0, 2]] == [2.0, 2.0]
    plans = tuple(Done(one, Changes.of(more)) for one, more in zip(same, added, strict=True))
    assert county.price(plans) == 6.0


def test_a_way_that_counts_for_other_things_too_is_done_in_one_section_and_counts_in_both() -> None:
    county = halves(1, MIXED)
    hire = 4
    assert not county.whole[0][1, hire]
    amounts = [np.zeros((2, 5)), np.zeros((2, 5))]
    amounts[1][0, hire] = 2.0
    added = county.added(amounts)
    assert (added[1][0, 0], added[1][0, 1], added[0][1, 0], added[0][1, 1]) == (2.0, 2.0, 0.0, 2.0)
    own = small(1).problem.most
    assert county.parts[0].problem.most[1, 1] == min(own[1, 1], 2.0 + 2.0) + 2.0


def test_sections_that_share_nothing_stay_as_they_are() -> None:
    county = County.of([small(1), small(2)])
    assert not any(one.any() for one in county.whole)
    assert all(one.all() for one in county.paid)
    assert county.twins == {}
