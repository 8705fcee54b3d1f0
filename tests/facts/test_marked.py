"""The user's workbook comes back with marks and keeps everything else; the original is not touched."""

import hashlib
from pathlib import Path

import openpyxl
import pytest

from junheng.facts.checks import check
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.marked import COLOURS, SHEET, mark_workbook
from junheng.facts.receipt import Receipt, SourceFile
from tests.facts.checks.examples import FOLDER, load


def receipt(*findings: Finding, name: str = "f.xlsx") -> Receipt:
    return Receipt((SourceFile(name, "0" * 64, 1, "template"),), {}, 7, findings)


def one(row: int | None, column: int | None, outcome: Outcome = Outcome.REJECTED, file: str = "f.xlsx") -> Finding:
    return Finding("form_without_code", outcome, Place(file, "表一", row, column, "=学校代码"), {"header": "学校代码"})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表一"
    sheet.append(["学校代码", "学生", "=1+1"])
    sheet.append(["２１", 7, None])
    sheet.merge_cells("A4:C5")
    sheet["A4"] = "合并"
    sheet.column_dimensions["B"].width = 33
    sheet["B2"].number_format = "0.00"
    book.create_sheet("表二").append(["别的"])
    path = tmp_path / "f.xlsx"
    book.save(path)
    return path


def marked(source: Path, *findings: Finding) -> openpyxl.Workbook:
    target = source.parent / "out" / "marked.xlsx"
    target.parent.mkdir(exist_ok=True)
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    mark_workbook(source, receipt(*findings, name=source.name), target)
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before
    return openpyxl.load_workbook(target)


def test_cell_is_coloured_and_says_rule_and_remedy(source: Path) -> None:
    book = marked(source, one(2, 1))
    cell = book["表一"]["A2"]
    assert cell.fill.start_color.rgb == f"00{COLOURS[Outcome.REJECTED]}"
    assert cell.comment is not None
    assert "规则：学校代码为10位" in cell.comment.text
    assert "改法：" in cell.comment.text


def test_the_content_is_kept(source: Path) -> None:
    book = marked(source, one(2, 2))
    sheet = book["表一"]
    assert book.sheetnames == [SHEET, "表一", "表二"]
    assert [cell.value for cell in sheet[1]] == ["学校代码", "学生", "=1+1"]
    assert sheet["B2"].number_format == "0.00"
    assert sheet.column_dimensions["B"].width == 33
    assert [str(span) for span in sheet.merged_cells.ranges] == ["A4:C5"]


def test_the_receipt_sheet_lists_all_worst_first(source: Path) -> None:
    findings = [one(2, 2, Outcome.CHANGED), one(2, 1), one(None, None, Outcome.WARNED), one(3, None, Outcome.IGNORED)]
    sheet = marked(source, *findings)[SHEET]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [row[1] for row in rows] == ["退回", "提醒", "已改", "忽略"]
    assert [row[3] for row in rows] == ["A2", None, "B2", "第3行"]
    assert str(sheet["A1"].value).startswith("回执：退回 1，提醒 1，已改 1，忽略 1")
    assert sheet["D3"].hyperlink.location == "'表一'!A2"


def test_no_text_becomes_a_formula(source: Path) -> None:
    sheet = marked(source, one(2, 1))[SHEET]
    assert (sheet["E3"].value, sheet["E3"].data_type) == ("'=学校代码", "s")


def test_several_findings_of_one_cell_share_a_comment(source: Path) -> None:
    cell = marked(source, *(one(2, 1, Outcome.CHANGED) for _ in range(7)), one(2, 1))["表一"]["A2"]
    assert cell.comment is not None
    assert cell.comment.text.count("规则：") == 5
    assert "另有 3 条" in cell.comment.text
    assert cell.fill.start_color.rgb.endswith(COLOURS[Outcome.REJECTED])


def test_a_cell_inside_a_merged_range_marks_the_range(source: Path) -> None:
    assert marked(source, one(5, 3))["表一"]["A4"].comment is not None


def test_findings_of_other_files_and_sheets_are_left_out(source: Path) -> None:
    book = marked(
        source, one(2, 1, file="g.xlsx"), Finding("empty_file", Outcome.REJECTED, Place("f.xlsx", "没有", 1, 1))
    )
    assert book[SHEET].max_row == 3
    assert book["表一"]["A2"].comment is None


def test_a_file_known_by_its_folder(source: Path) -> None:
    named = f"{source.parent.name}/f.xlsx"
    assert marked(source, one(2, 1, file=named))["表一"]["A2"].comment is not None


def test_csv_becomes_a_workbook(tmp_path: Path) -> None:
    source = tmp_path / "f.csv"
    source.write_bytes("学校代码,学生\n0021,=1+1\n".encode("gb18030"))
    finding = Finding("empty_file", Outcome.WARNED, Place("f.csv", "f", 2, 1))
    sheet = marked(source, finding)["f"]
    assert [cell.value for cell in sheet[2]] == ["0021", "=1+1"]
    assert sheet["B2"].data_type == "s"
    assert sheet["A2"].comment is not None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1junk"])
def test_of_a_file_that_cannot_be_opened_the_receipt_is_left(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "f.xlsx"
    source.write_bytes(content)
    book = marked(source, Finding("empty_file", Outcome.REJECTED, Place("f.xlsx")))
    assert book.sheetnames == [SHEET]
    assert book[SHEET]["F3"].value == "文件是空的"


def test_a_sheet_called_receipt_is_not_overwritten(source: Path) -> None:
    book = openpyxl.load_workbook(source)
    book.create_sheet(SHEET).append(["我的"])
    book.save(source)
    again = marked(source, one(2, 1))
    assert again.sheetnames[0] == f"{SHEET}2"
    assert again[SHEET]["A1"].value == "我的"


def test_the_original_is_never_the_target(source: Path) -> None:
    with pytest.raises(ValueError, match="原文件"):
        mark_workbook(source, receipt(), source.parent / "." / "f.xlsx")


def test_marks_of_a_check_are_where_the_value_is() -> None:
    name = "gym_exceeds_indoor_sports.xlsx"
    (finding,) = check(load(FOLDER / name))
    assert finding.place.cell == "D2"
