"""Rows for tables: every area once, schools with grades in columns."""

from junheng.seats.zoning.editing.editor import begin, lock, move
from junheng.seats.zoning.shapes.rows import area_rows, school_rows
from tests.seats.zoning.editing.boards import board


def test_every_area_once() -> None:
    editing = lock(move(begin(board()), [1], 1), [2])
    rows = area_rows(editing)
    assert [row["area"] for row in rows] == list(editing.board.areas)
    assert [row["area"] for row in rows if row["changes"]] == ["r0c1"]
    assert [row["area"] for row in rows if row["locked"]] == ["r0c2"]
    assert (rows[1]["school_today"], rows[1]["school"]) == ("S0", "S1")


def test_schools_add_up() -> None:
    editing = begin(board())
    rows = school_rows(editing)
    assert sum(float(row["pupils"] or 0) for row in rows) == editing.board.pupils.sum()
    first = rows[0]
    assert float(first["pupils_1"] or 0) + float(first["pupils_2"] or 0) == first["pupils"]
    assert (first["county"], first["classes_1"], first["cut_off"]) == ("A", 4, "")
