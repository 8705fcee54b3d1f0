"""The check of a workbook: a receipt at once, nothing kept."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from openpyxl import Workbook

from junheng.facts import Receipt, write_template
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.receipt import SourceFile
from junheng.web.portal.actions.check_workbook import Checked
from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.views.check import marked_name


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
    write_template("school", tmp_path / "template.xlsx", year=2025)
    file = SimpleUploadedFile("我的.xlsx", (tmp_path / "template.xlsx").read_bytes())
    answer = client.post("/check/", {"file": file, "year": "2025", "want": "workbook"})
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("want", ["receipt", "workbook"])
def test_of_a_file_that_was_not_understood_no_marked_workbook_is_offered(
    db: None, client: Client, tmp_path: Path, want: str
) -> None:
    file = SimpleUploadedFile("我的.xlsx", _book(tmp_path))
    answer = client.post("/check/", {"file": file, "year": "2025", "want": want})
    assert answer["Content-Type"].startswith("text/html")
    assert "base64" not in answer.content.decode()
    assert "未能识别" in answer.content.decode()


def test_the_worst_findings_come_first(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    found = tuple(Finding("not_recognised", outcome, Place("a.xlsx")) for outcome in Outcome)
    files = (SourceFile("a.xlsx", "0" * 64, 1, "template"),)
    checked = Checked(Receipt(files, {}, 0, found), b"PK")
    monkeypatch.setattr("junheng.web.portal.views.check.check_workbook", lambda *_args, **_more: checked)
    answer = client.post("/en/check/", {"file": _csv(), "year": "2025"})
    order = ["rejected", "warned", "changed", "ignored"]
    assert [one["outcome"] for one in answer.context["findings"]] == order
    assert [outcome for outcome, _n in answer.context["counts"]] == order
    assert "Reporting template" in answer.content.decode()
    assert "base64" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"year": "2025"}, "请选择一个文件"),
        ({"year": "25", "file": True}, "学年应为"),
        ({"year": "x", "file": True}, "学年应为"),
        ({"year": "1999", "file": True}, "学年应为"),
        ({"year": "9" * 5000, "file": True}, "学年应为"),
        ({"file": True}, "学年应为"),
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


def test_a_faulty_file_asked_for_as_a_workbook_comes_back_as_a_receipt_when_there_is_none(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = Checked(Receipt((), {}, 0, ()), None)
    monkeypatch.setattr("junheng.web.portal.views.check.check_workbook", lambda *_args, **_more: checked)
    answer = client.post("/check/", {"file": _csv(), "year": "2025", "want": "workbook"})
    assert answer["Content-Type"].startswith("text/html")
    assert "没有发现问题" in answer.content.decode()


def test_the_year_offered_is_the_newest_that_is_published(published: None, client: Client) -> None:
    assert 'name="year" value="2025"' in client.get("/check/").content.decode()


def test_a_year_that_was_refused_stays_in_the_form_as_text(db: None, client: Client) -> None:
    html = client.post("/check/", {"year": '"><script>', "file": _csv()}).content.decode()
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_checked_file_publishes_nothing(published: None, client: Client) -> None:
    before = (Edition.objects.count(), County.objects.count(), School.objects.count())
    client.post("/check/", {"file": _csv(), "year": "2025"})
    assert (Edition.objects.count(), County.objects.count(), School.objects.count()) == before


def test_only_reading_and_posting(db: None, client: Client) -> None:
    assert client.put("/check/").status_code == 405
    assert client.delete("/check/").status_code == 405
    assert client.head("/check/").status_code == 200


def test_the_marked_name_keeps_the_users_own() -> None:
    with override("zh-hans"):
        assert marked_name("三小 上报.et") == "三小 上报（已标记）.xlsx"
    with override("en"):
        assert marked_name("a.xlsx") == "a (marked).xlsx"
