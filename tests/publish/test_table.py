"""The table object itself."""

import pytest

from junheng.policy import Text
from junheng.publish.table import Column, Table

TABLE = Table(
    "t",
    Text("表", "Table"),
    (
        Column("a", Text("甲", "A")),
        Column("b", Text("乙", "B"), "number", "人", 0),
        Column("c", Text("丙", "C"), "percent"),
    ),
    (("x", 1, 2.5), ("y", None, 3.5)),
)


def test_a_column_is_found_by_its_id() -> None:
    assert TABLE.column("b") == [1, None]
    with pytest.raises(ValueError, match="not in list"):
        TABLE.column("z")


def test_records_name_every_value() -> None:
    assert TABLE.records()[1] == {"a": "y", "b": None, "c": 3.5}


def test_columns_can_be_picked_and_reordered() -> None:
    picked = TABLE.keeping(("c", "a"))
    assert [column.id for column in picked.columns] == ["c", "a"]
    assert picked.rows == ((2.5, "x"), (3.5, "y"))
    assert picked.title == TABLE.title


def test_a_column_that_is_not_there_cannot_be_picked() -> None:
    with pytest.raises(KeyError):
        TABLE.keeping(("a", "nowhere"))


def test_notes_are_added_behind_those_there() -> None:
    first, second = Text("一", "one"), Text("二", "two")
    assert TABLE.with_notes([first]).with_notes([second]).notes == (first, second)
    assert TABLE.notes == ()


def test_numbers_and_percentages_are_numeric() -> None:
    assert [column.numeric for column in TABLE.columns] == [False, True, True]
