"""The tables of a folder of teachers."""

from pathlib import Path

import pytest

from junheng.cli.teacher_tables import optional_table, read_table, required_tables
from junheng.teachers import UnfitTablesError
from tests.teachers.tables import folder


def test_a_table_is_read_with_its_contract(tmp_path: Path) -> None:
    assert read_table(folder(tmp_path), "schools").frame.height == 5
    assert optional_table(tmp_path, "hours") is None


def test_every_table_that_is_absent_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnfitTablesError) as said:
        required_tables(folder(tmp_path, teachers=""), "schools", "teachers", "hours")
    assert [one.place.file for one in said.value.faults] == ["teachers.csv", "hours.csv"]
