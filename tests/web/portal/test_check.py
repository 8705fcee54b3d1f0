"""The check of a workbook: a receipt at once, nothing kept."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from junheng.web.portal.actions.check_workbook import check_workbook, safe_name


def _csv(name: str = "上报.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "学校,班级数\n甲,二十\n".encode("gb18030"))


def _book(tmp_path: Path) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["不认识的列"])
    sheet.append(["=1+1"])
    path = tmp_path / "x.xlsx"
    book.save(path)
    return path.read_bytes()


def _left_behind() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("junheng-check-*")}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_file_that_is_not_understood_gets_place_rule_and_remedy(db: None, client: Client, prefix: str) -> None:
    before = _left_behind()
    answer = client.post(f"{prefix}/check/", {"file": _csv(), "year": "2025", "want": "receipt"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'tr class="rejected"' in html
    assert "上报.csv" in html
    assert "no-store" in answer["Cache-Control"]
    assert _left_behind() == before


def test_the_marked_workbook_comes_back(db: None, client: Client, tmp_path: Path) -> None:
    file = SimpleUploadedFile("我的.xlsx", _book(tmp_path))
    answer = client.post("/check/", {"file": file, "year": "2025", "want": "workbook"})
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"year": "2025"}, "请选择一个文件"),
        ({"year": "25", "file": True}, "学年应为"),
        ({"year": "x", "file": True}, "学年应为"),
    ],
)
def test_what_is_missing_is_said(db: None, client: Client, data: dict[str, object], words: str) -> None:
    answer = client.post("/check/", {**data, **({"file": _csv()} if data.get("file") else {})})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_another_site_cannot_post(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/check/", {"file": _csv(), "year": "2025"}).status_code == 403


def test_a_hostile_file_name_is_only_text(db: None, client: Client) -> None:
    html = client.post("/check/", {"file": _csv("<img src=x>.csv"), "year": "2025"}).content.decode()
    assert "<img" not in html


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
