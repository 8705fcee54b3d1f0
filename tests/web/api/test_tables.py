"""Cells say what stands in them, or why nothing does."""

import pytest

from junheng.balance.model import State
from junheng.policy.text import Text
from junheng.publish.table import SUPPRESSED, Column, Table
from junheng.web.api.tables import cell, shaped

NUMBER, WORDS = Column("n", Text("数", "Number"), "number"), Column("w", Text("字", "Words"))


@pytest.mark.parametrize(
    ("value", "of", "said"),
    [
        (0.0, NUMBER, {"value": 0.0, "state": "value"}),
        (None, NUMBER, {"value": None, "state": "not_reported"}),
        (None, WORDS, {"value": None, "state": "not_applicable"}),
        (SUPPRESSED, NUMBER, {"value": None, "state": "suppressed"}),
        (State.MET, WORDS, {"value": "met", "state": "value"}),
        (Text("甲", "A"), WORDS, {"value": {"zh": "甲", "en": "A"}, "state": "value"}),
    ],
)
def test_a_cell(value: object, of: Column, said: dict[str, object]) -> None:
    assert cell(value, of) == said


def test_every_row_has_a_cell_for_every_column() -> None:
    held = shaped(Table("t", Text("表", "Table"), (NUMBER, WORDS), ((1.5, "a"), (None, "b"))))
    assert [len(row) for row in held["rows"]] == [len(held["columns"])] * 2
