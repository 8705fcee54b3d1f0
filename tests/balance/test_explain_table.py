"""Explanations of a flat table name what is not in the calculation."""

from junheng.balance import evaluate
from junheng.policy import load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")


def test_schools_without_a_value_are_named_and_have_no_share() -> None:
    rows = [school("1"), school("2", 300, equipment_value_yuan=1.0), school("3", equipment_value_yuan=None)]
    tree = evaluate(table(*rows), STANDARD).explain("410105", "primary", "L6")
    assert len(tree.children) == 4
    assert tree.notes[0].zh.endswith("：3")
    assert tree.state == "not_judged"


def test_when_nobody_has_a_value_there_is_nothing_to_show() -> None:
    tree = evaluate(table(school("1", equipment_value_yuan=None)), STANDARD).explain("410105", "primary", "L6")
    assert (tree.value, len(tree.children)) == (None, 2)


def test_years_are_told_apart() -> None:
    rows = [school("1"), {**school("1", equipment_value_yuan=1.0), "year": 2023}]
    found = evaluate(table(*rows), STANDARD)
    assert found.explain("410105", "primary", "L6", year=2023).children[0].value == 1 / 500
    assert found.explain("410105", "primary", "L6", year=2024).children[0].value == 2800
