"""Files as tables of text: known by their names, rows numbered as in the file."""

from pathlib import Path

import xlsxwriter

from junheng.teachers.reading import LINE
from junheng.web.personnel.sheets import read_sheets


def test_a_workbook_has_a_sheet_a_table(tmp_path: Path) -> None:
    path = tmp_path / "轮岗.xlsx"
    with xlsxwriter.Workbook(path) as book:
        first, second = book.add_worksheet("学校表"), book.add_worksheet("Distances")
        for at, row in enumerate([["school_code", "pupils"], ["s1", 300], [], ["s2", 90.5]]):
            first.write_row(at, 0, row)
        second.write_row(0, 0, ["from", "to", "km"])
        book.add_worksheet("空")
    found = read_sheets([(path.name, path.read_bytes())])
    assert found.faults == []
    assert found.found["schools"].text.rows() == [("s1", "300", 2), ("s2", "90.5", 4)]
    assert found.found["schools"].text.columns == ["school_code", "pupils", LINE]
    place = found.found["schools"].place(4, "pupils")
    assert (place.file, place.sheet, place.cell) == ("轮岗.xlsx", "学校表", "B4")
    assert found.found["distances"].text.height == 0


def test_what_is_unclear_is_a_fault() -> None:
    given = [
        ("teachers.csv", b"a,a\n1,2\n"),
        ("schools.csv", b"x\n1\n"),
        ("学校表.csv", b"x\n1\n"),
        ("z.csv", b"q\n1\n"),
    ]
    assert [one.code for one in read_sheets(given).faults] == ["header_twice", "table_twice", "unknown_table"]
