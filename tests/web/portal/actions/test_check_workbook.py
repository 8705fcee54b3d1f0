"""A workbook is read, checked and marked in a folder that is gone afterwards, whatever happens."""

import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from junheng.web.portal.actions.check_workbook import check_workbook, safe_name


def _book() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(["不认识的列"])
    book.active.append(["=1+1"])
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _left_behind() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("junheng-check-*")}


def test_the_users_own_sheet_comes_back_marked() -> None:
    content = _book()
    checked = check_workbook("我的.xlsx", [content[:100], content[100:]], year=2025)
    assert checked.marked is not None
    back = load_workbook(BytesIO(checked.marked))
    assert "不认识的列" in {cell.value for sheet in back for row in sheet.iter_rows() for cell in row}
    assert [one.name for one in checked.receipt.files] == ["我的.xlsx"]


def test_nothing_is_left_behind_when_reading_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _left_behind()

    def die(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("junheng.facts.intake.read_files", die)
    monkeypatch.setattr("junheng.facts.read_files", die, raising=False)
    with pytest.raises(KeyboardInterrupt):
        check_workbook("a.xlsx", [b"x"], year=2025)
    assert _left_behind() == before


@pytest.mark.parametrize("content", [b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0" + bytes(600), bytes(range(256)) * 4])
def test_a_torn_file_is_refused_with_words_and_not_with_a_fault(content: bytes) -> None:
    checked = check_workbook("坏.xlsx", [content], year=2025)
    assert not checked.receipt.clean
    assert all(one.what("zh") and one.what("en") for one in checked.receipt.findings)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.xlsx", "b.xlsx"),
        ("", "upload"),
        ("..", "upload"),
        ("a\0b.csv", "ab.csv"),
    ],
)
def test_a_name_cannot_lead_out_of_the_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_an_empty_file_is_said_to_be_empty() -> None:
    checked = check_workbook("空.xlsx", [b""], year=2025)
    assert not checked.receipt.clean
