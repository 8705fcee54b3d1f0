"""Findings are rounded as on the forms, unless rounding would hide why something fails."""

from datetime import date

from junheng.balance.model import ItemResult, Measured, State, Threshold
from junheng.policy import Standard, Text
from junheng.publish.findings import finding, telling

BOUND = Threshold("p", Text("标准", "Standard"), 95.0, "%", date(2017, 4, 19), "第九条", "sourced")


def measured(value: float | None, met: bool | None, unit: str = "%") -> Measured:
    return Measured("x", Text("率", "Share"), value, unit, BOUND, met)


def test_percentages_have_one_decimal_and_amounts_none() -> None:
    assert telling(measured(99.123456, True)) == "99.1"
    assert telling(measured(8899.5, True, "元/生")) == "8900"


def test_a_failure_is_never_rounded_into_a_pass() -> None:
    assert telling(measured(94.96, False)) == "94.96"
    assert telling(measured(94.9996, False)) == "94.9996"
    assert telling(measured(94.4, False)) == "94.4"


def test_the_summary_keeps_its_words(standard: Standard) -> None:
    item = standard.item("Q1")
    summary = Text("巩固率99.123456%（标准95%）；提示", "share 99.123456 % (standard 95); note")
    result = ItemResult(item, State.MET, summary, (measured(99.123456, True),))
    assert finding(result) == Text("巩固率99.1%（标准95%）；提示", "share 99.1 % (standard 95); note")


def test_without_a_number_the_summary_stands(standard: Standard) -> None:
    summary = Text("未评定", "not judged")
    assert finding(ItemResult(standard.item("Q1"), State.NOT_JUDGED, summary, (measured(None, None),))) == summary
