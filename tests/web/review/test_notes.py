"""Remarks of a form."""

from junheng.policy.text import Text
from junheng.web.review.notes import LONGEST, notes_of
from junheng.web.review.values import Cell, Line, Sheet

NAME = Text("甲", "A")
LINES = (
    Line(("rooms", "", "a"), NAME, NAME, "", 1, (Cell("x.xlsx", "表", "B2"), Cell("x.xlsx", "表", "B3"))),
    Line(("rooms", "", "b"), NAME, NAME, "", None, ()),
)
SHEETS = [Sheet("rooms", NAME, LINES)]


def test_what_was_written_beside_a_value_is_a_remark_at_its_first_cell() -> None:
    given = {"note|rooms||a": " 不符 ", "note|rooms||b": "未填", "note|rooms||c": "x", "comment": "y"}
    one, two = notes_of(given, SHEETS)
    assert (one.text, one.file, one.sheet, one.cell, one.field) == ("不符", "x.xlsx", "表", "B2", "rooms..a")
    assert (two.text, two.sheet, two.cell) == ("未填", "", "")


def test_blanks_are_none_and_novels_are_cut() -> None:
    assert notes_of({"note|rooms||a": "   "}, SHEETS) == []
    [one] = notes_of({"note|rooms||a": "长" * 5000}, SHEETS)
    assert len(one.text) == LONGEST
