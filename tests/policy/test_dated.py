"""Dated parameters outside the standards: read whole, faults named, unknown stays unknown."""

from datetime import date

import pytest

from junheng.policy import Confidence, PolicyError
from junheng.policy.dated import built_in, numbers_in_force, read_parameters


@pytest.mark.parametrize("name", ["verdict.number_pattern", "appeal.term"])
def test_what_is_not_decided_is_empty_and_says_so(name: str) -> None:
    held = built_in("verdict_numbers")[name]
    dated = held.on(date(2026, 1, 1))
    assert dated is not None
    assert dated.value is None
    assert held.confidence is Confidence.UNKNOWN
    assert held.cite
    assert held.unit


def test_all_faults_of_a_file_come_at_once() -> None:
    with pytest.raises(PolicyError) as said:
        read_parameters("parameters: {a: {title: 甲}, b: {title: 乙, unit: 人, cite: 条, values: {soon: 1}}}", "x")
    assert len(said.value.faults) >= 3


def test_a_value_holds_from_its_day() -> None:
    text = "parameters: {a: {title: 甲, unit: 日, cite: 条, values: {2020-01-01: 5, 2022-01-01: 7}}}"
    held = read_parameters(text, "x")["a"]
    assert [str(one.value) for one in held.values] == ["5", "7"]


def test_numbers_of_a_day_are_none_where_not_known_and_never_below_zero() -> None:
    text = "{title: 甲, unit: 日, cite: 条, values: {2020-01-01: %s}}"
    text = f"parameters: {{a: {text % 0}, b: {text % 'null'}}}"
    held = read_parameters(text, "x")
    numbers = numbers_in_force(held, date(2021, 1, 1))
    assert (numbers["a"], numbers.known("a"), numbers["b"], numbers.divisor("b")) == (0, 0, None, None)
    with pytest.raises(ValueError, match="b: "):
        numbers.known("b")
    with pytest.raises(ValueError, match="a: "):
        numbers.divisor("a")
    for wrong in (-1, "many"):
        with pytest.raises(ValueError, match="b: "):
            numbers_in_force(held, date(2021, 1, 1), {"b": wrong})
    with pytest.raises(LookupError):
        numbers_in_force(held, date(2021, 1, 1), {"c": 1})
