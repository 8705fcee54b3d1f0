"""Dated parameters: what is in force on a day, and what is not known stays unknown."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy import Confidence, Dated, Parameter, Rules, Text, Value


def parameter(*values: tuple[date, Value]) -> Parameter:
    return Parameter("p", Text("参数", "p"), "人", "第一条", Confidence.SOURCED, tuple(Dated(*one) for one in values))


FIRST, SECOND = date(2017, 4, 19), date(2023, 1, 1)
CHANGED = parameter((FIRST, Decimal(600)), (SECOND, Decimal(720)))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (FIRST - timedelta(1), None),
        (FIRST, 600),
        (SECOND - timedelta(1), 600),
        (SECOND, 720),
        (date(2099, 1, 1), 720),
    ],
)
def test_a_value_holds_from_its_day_until_the_next(day: date, value: int | None) -> None:
    assert Rules({"p": CHANGED}, day).number("p") == value


def test_the_day_a_value_came_in_is_told() -> None:
    assert Rules({"p": CHANGED}, SECOND).since("p") == SECOND
    assert Rules({"p": CHANGED}, FIRST - timedelta(1)).since("p") is None


def test_an_unknown_value_is_none_and_not_zero() -> None:
    rules = Rules({"p": parameter((FIRST, None))}, SECOND)
    assert rules.value("p") is None
    assert rules.number("p") is None
    assert rules.since("p") == FIRST


@pytest.mark.parametrize("value", [True, False, "2020-01-01"])
def test_what_is_not_a_number_is_not_read_as_one(value: Value) -> None:
    with pytest.raises(TypeError, match="p is not a number"):
        Rules({"p": parameter((FIRST, value))}, SECOND).decimal("p")


def test_decimals_are_exact_and_floats_are_nearest() -> None:
    rules = Rules({"p": parameter((FIRST, Decimal("0.85")))}, SECOND)
    assert rules.decimal("p") == Decimal("0.85")
    assert rules.number("p") == 0.85


def test_a_users_value_from_a_day_keeps_the_past() -> None:
    mine = CHANGED.set(Decimal(900), date(2025, 1, 1))
    assert mine.confidence is Confidence.USER
    assert [Rules({"p": mine}, day).number("p") for day in (FIRST, SECOND, date(2025, 1, 1))] == [600, 720, 900]
    assert CHANGED.confidence is Confidence.SOURCED


def test_a_users_value_without_a_day_holds_from_the_first() -> None:
    assert [one.value for one in CHANGED.set(Decimal(1)).values] == [1]


@settings(max_examples=50)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_setting_never_changes_a_day_before(since: date, day: date) -> None:
    before, after = (Rules({"p": one}, day).value("p") for one in (CHANGED, CHANGED.set(Decimal(5), since)))
    assert after == (before if day < since else Decimal(5))
