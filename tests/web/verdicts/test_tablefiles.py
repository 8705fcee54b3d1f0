"""Tables as files: what the page shows, in every kind, under its own name."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.http import Http404

from junheng.policy.text import Text
from junheng.publish import Column, Table
from junheng.web.verdicts.tablefiles import KINDS, content, given, offered, page_of

TABLE = Table(
    "made",
    Text("表", "Table"),
    (Column("name", Text("名", "Name")), Column("n", Text("数", "N"), "number", decimals=1)),
    (("甲", 1 / 3), ("=1+1", None)),
)


def test_every_kind_is_offered_and_given() -> None:
    for (name, _title), kind in zip(offered(TABLE), KINDS, strict=True):
        answer = given(TABLE, name, "表", "zh")
        assert answer["Content-Type"] == kind.type
        assert "attachment" in answer["Content-Disposition"]
        assert answer.content == content(TABLE, kind, "zh")


@pytest.mark.parametrize("what", ["made.exe", "other.xlsx", "../made.csv", ""])
def test_there_is_no_other_file(what: str) -> None:
    with pytest.raises(Http404):
        given(TABLE, what, "表", "zh")


def test_the_same_numbers_on_the_page_and_in_the_files() -> None:
    assert page_of(TABLE, "zh") == (["名", "数"], [["甲", "0.3"], ["=1+1", "—"]])
    sheet = openpyxl.load_workbook(BytesIO(content(TABLE, KINDS[0], "zh"))).active
    assert sheet is not None
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert 1 / 3 in cells
    rows = list(csv.DictReader(StringIO(content(TABLE, KINDS[1], "zh").decode("utf-8-sig"))))
    assert float(rows[0]["n"]) == 1 / 3
    assert rows[1]["name"].startswith("'=")
