"""Explanations as pages show them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from junheng.balance.model import Explanation, FactRef, State
from junheng.policy import Text
from junheng.web.portal.tree import shape, written

CELL = {"file": "a.xlsx", "sheet": "教基5176", "cell": "C7", "raw": "1,200", "state": "reported"}


def _fact(code: str) -> FactRef:
    return FactRef("rooms", code, "", "teaching_area", Text("教学用房", "Teaching area"), 1200.0, "㎡")


def _school(code: str) -> Explanation:
    value = Explanation(Text("生均", "per pupil"), 2.4, "㎡/生", facts=(_fact(code),))
    return Explanation(Text(f"学校{code}", code), 0.25, "1", children=(value,))


def _cells(_fact: FactRef) -> Sequence[Mapping[str, Any]]:
    return [CELL]


def _shape(*children: Explanation) -> dict[str, Any]:
    top = Explanation(
        Text("差异系数", "Dispersion"),
        0.515257,
        "",
        State.NOT_MET,
        margin=-0.015257,
        children=children,
        notes=(Text("按学生数加权", "weighted"),),
    )
    return shape(top, _cells, lambda fact: f"/{fact.code}/")


def test_a_proof_shows_six_decimals_and_the_margin_with_its_sign() -> None:
    top = _shape()
    assert (top["value"], top["margin"], top["state"], top["notes"]) == (
        "0.515257",
        "−0.015257",
        "not_met",
        ["按学生数加权"],
    )


def test_many_schools_are_a_table_of_links() -> None:
    top = _shape(*(_school(f"214100000{at}") for at in range(6)))
    assert top["children"] == []
    assert [row["link"] for row in top["table"]][:2] == ["/2141000000/", "/2141000001/"]
    assert top["table"][0]["value"] == "25.00%"


def test_few_schools_stay_open_down_to_their_cells() -> None:
    top = _shape(_school("2141000001"))
    assert top["table"] == []
    (school,) = top["children"]
    (value,) = school["children"]
    assert value["facts"][0]["cells"] == [CELL]
    assert value["facts"][0]["where"] == "2141000001"


def test_many_facts_of_one_school_stay_open() -> None:
    parts = [Explanation(Text(f"第{at}项", str(at)), 1.0, "人", facts=(_fact("2141000001"),)) for at in range(6)]
    assert len(_shape(*parts)["children"]) == 6


def test_a_node_over_several_schools_is_no_school() -> None:
    both = Explanation(Text("合计", "Sum"), 2.0, "人", facts=(_fact("1"), _fact("2")))
    assert _shape(both)["children"][0]["link"] is None


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (None, "", "—"),
        (0.0, "", "0"),
        (1234567.5, "元", "1,234,567.5"),
        (True, "", "✓"),
        ("原文", "", "原文"),
        (0.5, "1", "50.00%"),
    ],
)
def test_written(value: object, unit: str, words: str) -> None:
    assert written(value, unit) == words
