"""Actions of a county: each section its share, the whole paid once."""

import numpy as np
import pytest

from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.county import County, Done
from junheng.balance.remedy.ways.told import actions_by_ways
from tests.balance.remedy.tiny_levers import LINKS, MIXED, halves


def told(county: County, amounts: list[Floats]) -> list[list[tuple[str, str, str, float, float]]]:
    same = county.equal(amounts)
    plans = tuple(Done(one, Changes.of(more)) for one, more in zip(same, county.added(same), strict=True))
    shares: list[Floats | None] = [np.ones((2, 3)), np.ones((2, 3))]
    for (_, first, _, second, at), (one, other) in zip(county.links.tolist(), [shares], strict=True):
        assert one is not None
        assert other is not None
        one[first, at], other[second, at] = 0.6, 0.4
    found = actions_by_ways(county, plans, shares)
    assert sum(one.cost for held in found for one in held) == pytest.approx(county.price(plans))
    return [[(one.school_code, one.indicator, one.action, one.amount, one.cost) for one in held] for held in found]


def test_what_is_done_for_a_whole_school_is_told_and_paid_by_shares() -> None:
    amounts = [np.zeros((2, 5)), np.zeros((2, 5))]
    amounts[0][1, 2] = 2.0
    assert told(halves(1, LINKS), amounts) == [
        [("s1", "L2", "add", 1.2, 3.6)],
        [("s1", "L2", "add", 0.8, 2.4)],
    ]


def test_what_one_section_does_is_paid_there_and_told_in_both() -> None:
    amounts = [np.zeros((2, 5)), np.zeros((2, 5))]
    amounts[1][0, 4] = 1.0
    assert told(halves(1, MIXED), amounts) == [
        [("s1", "L1", "hire", 0.6, 0.0)],
        [("s1", "L0", "hire", 1.0, 14.0), ("s1", "L1", "hire", 0.4, 0.0)],
    ]
