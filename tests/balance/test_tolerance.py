"""Equal in exact arithmetic is equal here, and nothing else is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.tolerance import TIE, holds, lowered, raised
from junheng.policy.standard import Comparison


@pytest.mark.parametrize(("share", "of"), [("0.85", "4.2"), ("0.85", "5.3"), ("0.85", "0.9"), ("0.85", "10.2")])
def test_a_product_in_floats_ties_with_the_product_in_decimals(share: str, of: str) -> None:
    assert holds(float(share) * float(of), "at_least", float(Decimal(share) * Decimal(of))) is True


@pytest.mark.parametrize(
    ("comparison", "below", "tied", "above"),
    [
        ("at_least", False, True, True),
        ("at_most", True, True, False),
        ("below", True, False, False),
        ("above", False, False, True),
    ],
)
def test_the_four_comparisons(comparison: Comparison, *, below: bool, tied: bool, above: bool) -> None:
    bound = 0.15
    values = (bound * (1 - 1e-9), bound * (1 + 1e-15), bound * (1 + 1e-9))
    assert [holds(value, comparison, bound) for value in values] == [below, tied, above]


def test_what_is_not_known_cannot_hold() -> None:
    assert holds(None, "at_least", 1.0) is None
    assert holds(1.0, "at_least", None) is None


@given(st.floats(-1e9, 1e9))
def test_the_band_of_ties_is_narrow_and_holds_its_bound(bound: float) -> None:
    assert lowered(bound) <= bound <= raised(bound)
    assert raised(bound) - lowered(bound) <= 2.1 * TIE * abs(bound) + 1e-300
