"""Dated parameters outside the standards: read whole, faults named, unknown stays unknown."""

from datetime import date

import pytest

from junheng.policy import Confidence, PolicyError
from junheng.policy.dated import built_in, read_parameters


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
