"""Where the header of a sheet is, and the rows below it."""

from typing import Any

from junheng.balance.sheets import header_of, no_rows, read_sheet
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")
ROWS: list[list[Any]] = [["平表", "", ""], [], ["学校标识码", "备注", "pupils"], ["s1", "x", "5"], ["", "", ""], ["s2"]]


def test_the_header_is_the_row_with_the_most_known_columns() -> None:
    header = header_of(ROWS, STANDARD)
    assert (header.row, header.found) == (3, {"school_code": [0], "pupils": [2]})


def test_empty_rows_are_no_schools_and_short_rows_have_blanks() -> None:
    table, faults = read_sheet(ROWS, header_of(ROWS, STANDARD), STANDARD)
    assert table.rows() == [("s1", 5.0), ("s2", None)]
    assert {fault.code for fault in faults} == {"missing_column"}


def test_a_cell_without_a_column_name_is_told_with_its_row() -> None:
    rows = [*ROWS, ["s3", "x", "1", "500"]]
    _, faults = read_sheet(rows, header_of(rows, STANDARD), STANDARD)
    assert "7" in next(fault for fault in faults if fault.code == "row_too_long").where.zh


def test_a_sheet_without_a_known_column_has_no_header() -> None:
    assert header_of([["a"], ["b"]], STANDARD).found == {}
    assert header_of([], STANDARD).found == {}


def test_a_file_without_rows_is_named() -> None:
    assert "x.csv" in no_rows("x.csv").where.en
