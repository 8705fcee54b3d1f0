"""Shares of a variance."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.contributions import weighings

values = st.integers(0, 10**7).map(lambda number: number / 1000)
schools = st.lists(st.tuples(values, st.floats(1, 5000)), min_size=1, max_size=20)


@given(schools)
def test_shares_sum_to_one_or_are_all_zero(held: list[tuple[float, float]]) -> None:
    values, weights = [value for value, _ in held], [weight for _, weight in held]
    mean = fsum(v * w for v, w in held) / fsum(weights)
    codes = [str(at) for at in range(len(held))]
    found = weighings(codes, codes, values, weights, mean)
    whole = fsum(one.share for one in found)
    assert whole == pytest.approx(1) or (whole == 0 and len({value for value, _ in held}) == 1)
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)


def test_the_school_that_weighs_most_is_first_and_ties_go_by_code() -> None:
    found = weighings(["b", "a", "c"], ["乙", "甲", "丙"], [1.0, 3.0, 2.0], [1.0, 1.0, 1.0], 2.0)
    assert [(one.code, one.share) for one in found] == [("a", 0.5), ("b", 0.5), ("c", 0.0)]
