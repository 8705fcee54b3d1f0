"""Official rounding: half away from zero on the digits a reader sees."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.publish.rounding import MISSING, rounded, shown


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.515257, 3, "0.515"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (-0.0005, 3, "-0.001"),
        (0.5, 0, "1"),
        (99.95, 1, "100.0"),
        (1e-9, 2, "0.00"),
        (12345678.9, 0, "12345679"),
        (7, 2, "7.00"),
    ],
)
def test_half_goes_away_from_zero(value: float, decimals: int, text: str) -> None:
    assert shown(value, decimals) == text


def test_nothing_is_not_zero() -> None:
    assert rounded(None, 2) is None
    assert shown(None, 2) == MISSING


def test_thousands_are_marked_when_asked() -> None:
    assert shown(1234567.891, 2, thousands=True) == "1,234,567.89"


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_never_off_by_more_than_half_a_step(value: float, decimals: int) -> None:
    exact = rounded(value, decimals)
    assert exact is not None
    assert abs(exact - Decimal(repr(value))) <= Decimal(1).scaleb(-decimals) / 2
