"""The checker sees what is wrong."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from junheng.teachers.itinerant import faults, report
from tests.teachers.itinerant.small import KM, laws, tables

LAW = {"lessons_day": 8, "class_day": 2, "travel_most": 8, "schools_week": 2}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return report(tables(), KM, laws(**LAW), 20)


def test_a_plan_has_no_fault(told: dict[str, Any]) -> None:
    assert told["visits"]
    assert faults(tables(), KM, laws(**LAW), told) == []


def visit(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["visits"][0].update(values)


def load(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["loads"][0].update(values)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (visit(lessons=0), "lessons are not given"),
        (visit(lessons=99), "too many lessons"),
        (visit(from_school="s3"), "starts elsewhere"),
        (visit(day=9), "days"),
        (visit(teacher_id="nobody"), "no load"),
        (load(home=40), "at home"),
        (load(km=1.5), "km, not"),
        (lambda document: document["groups"][0].update(posts=7), "new posts"),
        (lambda document: document["groups"][0].update(km=99), "km, not 99"),
        (lambda document: document["visits"].append({**document["visits"][0], "stop": 2}), "2 schools"),
        (lambda document: document["loads"].clear(), "no load"),
    ],
)
def test_what_is_spoilt_is_seen(told: dict[str, Any], spoil: Callable[[dict[str, Any]], None], said: str) -> None:
    wrong = deepcopy(told)
    spoil(wrong)
    assert any(said in one for one in faults(tables(), KM, laws(**LAW), wrong))


@pytest.mark.parametrize("name", ["class_day", "travel_most", "schools_week", "lessons_day"])
def test_a_stricter_rule_is_broken(told: dict[str, Any], name: str) -> None:
    assert faults(tables(), KM, laws(**{**LAW, name: 0}), told) != []
