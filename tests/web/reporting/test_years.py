"""Which school year a file says it is about."""

from pathlib import Path

from openpyxl import Workbook

from junheng.web.reporting.years import other_years, years_said
from tests.web.reporting.files import book


def _put(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_template_says_its_year(tmp_path: Path) -> None:
    path = _put(tmp_path, book(year=2024))
    assert years_said(path) == {2024}
    assert [one.code for one in other_years([("a.xlsx", path)], 2025)] == ["other_year"]
    assert other_years([("a.xlsx", path)], 2024) == []


def test_a_heading_says_it(tmp_path: Path) -> None:
    sheet = Workbook()
    assert sheet.active is not None
    sheet.active["A1"] = "表号：教基1001　2023学年　计量单位：人"
    sheet.save(tmp_path / "a.xlsx")
    assert years_said(tmp_path / "a.xlsx") == {2023}


def test_a_csv_in_old_encoding(tmp_path: Path) -> None:
    assert years_said(_put(tmp_path, "2022-2023学年,1".encode("gb18030"), "a.csv")) == {2022}


def test_what_says_nothing_or_is_broken_is_not_accused(tmp_path: Path) -> None:
    for content in (b"", b"PK\3\4broken", b"a,b\n1,2"):
        assert other_years([("a", _put(tmp_path, content))], 2025) == []
