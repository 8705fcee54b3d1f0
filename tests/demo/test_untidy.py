import unicodedata
from pathlib import Path
from zipfile import ZipFile

import xlsxwriter
from python_calamine import CalamineWorkbook

from junheng.demo.dice import dice
from junheng.demo.untidy import make_untidy


def book(path: Path, *numbers: float) -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        made.add_worksheet("教基1001").write_number(0, 0, 77777)
        sheet = made.add_worksheet("教基5170_小学")
        for row, number in enumerate(numbers):
            sheet.write_number(row, 1, number)
    return path


def test_one_number_becomes_text_that_still_reads_as_the_number(tmp_path: Path) -> None:
    seen = set()
    for turn in range(20):
        path = book(tmp_path / f"{turn}.xlsx", 12345, 5)
        assert make_untidy(path, "教基5170", dice(turn)) == "B1"
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("教基5170_小学").to_python(skip_empty_area=False)
        text = rows[0][1]
        assert isinstance(text, str)
        assert unicodedata.normalize("NFKC", text).replace(",", "").strip() == "12345"
        assert rows[1][1] == 5
        seen.add(text)
    assert seen == {"１２３４５", "12,345", " 12345 "}


def test_other_parts_keep_their_bytes(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 12345)
    before = {name: ZipFile(path).read(name) for name in ZipFile(path).namelist()}
    make_untidy(path, "教基5170", dice(1))
    after = {name: ZipFile(path).read(name) for name in ZipFile(path).namelist()}
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet2.xml"]


def test_the_same_draw_gives_the_same_file(tmp_path: Path) -> None:
    first, second = book(tmp_path / "a.xlsx", 12345), tmp_path / "b.xlsx"
    second.write_bytes(first.read_bytes())
    for path in (first, second):
        make_untidy(path, "教基5170", dice(1))
    assert first.read_bytes() == second.read_bytes()


def test_a_sheet_without_large_numbers_or_no_such_sheet_is_left_alone(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 5, 0.25)
    before = path.read_bytes()
    assert make_untidy(path, "教基5170", dice(1)) is None
    assert make_untidy(path, "教基9999", dice(1)) is None
    assert path.read_bytes() == before
