"""A table with its files: the same numbers everywhere, the page's question carried over, nothing else offered."""

import csv
import io
from typing import Any
from urllib.parse import unquote

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils.translation import override
from openpyxl import load_workbook

from junheng.policy import Text
from junheng.publish import Column, Table
from junheng.web.portal import tables

TABLE = Table(
    id="demo",
    title=Text("样表", "Sample"),
    columns=(
        Column("name", Text("名称", "Name")),
        Column("value", Text("数值", "Value"), "number", "㎡", 2),
    ),
    rows=(("<b>甲</b>", 4.125), ("=1+1", None)),
)


def _ask(query: str = "") -> Any:
    return RequestFactory().get(f"/somewhere/?{query}")


def test_a_page_that_is_asked_for_no_file_stays_a_page() -> None:
    assert tables.table_response(_ask("q=甲"), TABLE, "样表") is None


def test_the_links_carry_the_question_over() -> None:
    links = {one.id: href for one, href in tables.offer(_ask("q=a%26b&format=old"), TABLE).links}
    assert links["csv"] == "?q=a%26b&format=csv&table=demo"
    assert set(links) == {"xlsx", "csv", "docx", "pdf"}


def test_hostile_text_is_only_text() -> None:
    assert "&lt;b&gt;甲" in tables.offer(_ask(), TABLE).html


@pytest.mark.parametrize(("format_", "start"), [("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF"), ("csv", b"\xef")])
def test_every_format_is_a_file_with_a_type_and_a_name(format_: str, start: bytes) -> None:
    answer = tables.table_response(_ask(f"format={format_}"), TABLE, "查询 结果")
    assert answer is not None
    assert answer.content.startswith(start)
    assert answer["Content-Type"] == tables.FORMATS[format_].type
    assert f"查询 结果.{format_}" in unquote(answer["Content-Disposition"])


def test_the_numbers_are_those_of_the_table() -> None:
    rows = list(csv.reader(io.StringIO(tables.content(TABLE, "csv", "zh").decode("utf-8-sig"))))
    assert rows[1][-1] == "4.125"
    assert rows[2][-1] == ""
    sheet = load_workbook(io.BytesIO(tables.content(TABLE, "xlsx", "zh"))).worksheets[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=3, max_row=4)] == [4.125, "—"]
    assert sheet["A4"].data_type == "s"
    assert "4.13" in tables.offer(_ask(), TABLE).html


@pytest.mark.parametrize("query", ["format=exe", "format=csv&table=other", "format=../../etc/passwd"])
def test_what_is_not_offered_is_not_there(query: str) -> None:
    with pytest.raises(Http404):
        tables.table_response(_ask(query), TABLE, "样表")


def test_one_of_several_tables() -> None:
    other = Table("other", Text("别的表", "Other"), TABLE.columns, ())
    answer = tables.files_response(_ask("format=csv&table=other"), [TABLE, other], "页")
    assert answer is not None
    assert "页 别的表.csv" in unquote(answer["Content-Disposition"])


@pytest.mark.parametrize("format_", ["xlsx", "csv", "docx", "pdf"])
def test_the_same_table_gives_the_same_bytes(format_: str) -> None:
    assert tables.content(TABLE, format_, "zh") == tables.content(TABLE, format_, "zh")


def test_a_file_is_in_the_language_of_the_page() -> None:
    with override("en"):
        answer = tables.table_response(_ask("format=xlsx"), TABLE, "sample")
    assert answer is not None
    assert load_workbook(io.BytesIO(answer.content)).worksheets[0]["A1"].value == "Sample"
