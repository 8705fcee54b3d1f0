"""Q9: level III and a difference strictly below 0.15, in every subject assessed."""

from typing import Any

import pytest

from tests.balance.items.spoil import item


@pytest.mark.parametrize(
    ("changes", "met"),
    [
        ({"level": 3}, True),
        ({"level": 2}, False),
        ({"difference": 0.1499999}, True),
        ({"difference": 0.15}, False),
        ({"difference": None}, None),
        ({"level": 2, "difference": None}, False),
    ],
)
def test_one_subject_decides(changes: dict[str, Any], met: bool | None) -> None:
    assert item("Q9", lambda tables: tables["assessments"][0].update(changes)).ok is met


def test_without_any_result_it_is_open() -> None:
    assert item("Q9", lambda tables: tables["assessments"].clear()).ok is None


def test_the_form_has_every_subject() -> None:
    figures = item("Q9").figures
    assert (figures["chinese.level"], figures["chinese.difference"], figures["arts.level"]) == (3, 0.12, None)
