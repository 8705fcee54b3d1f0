"""Walking a document: every fault is kept with its place, none stops the walk."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from junheng.policy import Text
from junheng.policy.node import Node


def codes(node: Node) -> list[tuple[str, str]]:
    return [(fault.where, fault.code) for fault in node.faults]


def test_places_are_a_path_from_the_file() -> None:
    root = Node({"indicators": [{"id": "L1"}, 5]}, "mine.yaml")
    assert [node.where for node in root.get("indicators").items()] == [
        "mine.yaml › indicators › L1",
        "mine.yaml › indicators › 2",
    ]


def test_a_missing_key_is_a_node_without_value() -> None:
    missing = Node({}, "f").get("a")
    assert missing.value is None
    assert list(missing.items()) == []
    assert list(missing.entries()) == []
    assert missing.optional() is None
    assert not missing.faults


@pytest.mark.parametrize("value", [5, "x", [1], True, date(2024, 1, 1)])
def test_what_is_no_mapping_is_named_once(value: Any) -> None:
    node = Node(value, "f")
    node.get("a")
    node.get("b")
    assert codes(node) == [("f", "not_a_mapping")]


@pytest.mark.parametrize("value", [5, "x", {"a": 1}])
def test_what_is_no_list_is_named(value: Any) -> None:
    node = Node(value, "f")
    assert list(node.items()) == []
    assert codes(node) == [("f", "not_a_list")]


@pytest.mark.parametrize("value", [None, 5, {"zh": "只有中文"}, ["x"], {"zh": "书", "en": "Books", "per pupil": None}])
def test_a_title_is_one_phrase_or_both_languages(value: Any) -> None:
    node = Node(value, "f")
    assert node.text() == Text("", "")
    assert codes(node) == [("f", "no_text")]


def test_one_phrase_stands_for_both_languages() -> None:
    assert Node("书", "f").text() == Text("书", "书")
    assert Node({"zh": "书", "en": "Books"}, "f").text() == Text("书", "Books")


@pytest.mark.parametrize("value", [2024, "2024-01-01", None, datetime(2024, 1, 1)])  # noqa: DTZ001
def test_only_a_date_is_a_day(value: Any) -> None:
    node = Node(value, "f")
    node.day()
    assert codes(node) == [("f", "not_a_date")]


@pytest.mark.parametrize("value", ["1", True, None, [1], float("nan"), float("inf")])
def test_only_a_finite_number_is_a_number(value: Any) -> None:
    node = Node(value, "f")
    node.decimal()
    assert codes(node) == [("f", "not_a_number")]


def test_numbers_keep_their_digits() -> None:
    assert Node(0.1, "f").decimal() == Decimal("0.1")
    assert Node(45, "f").number() == 45
    assert Node(None, "f").number(2) == 2


def test_a_choice_outside_the_list_names_the_list() -> None:
    node = Node("median", "f")
    node.choice(("each", "mean"))
    (fault,) = node.faults
    assert (fault.code, fault.values["allowed"]) == ("not_allowed", "each, mean")


@pytest.mark.parametrize("value", [[1], {"a": 1}, None])
def test_a_word_is_not_a_list(value: Any) -> None:
    node = Node(value, "f")
    assert node.string() == ""
    assert codes(node) == [("f", "no_content")]
