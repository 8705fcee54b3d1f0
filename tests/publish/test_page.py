"""Tables as a page of their own: complete, escaped, without a network."""

import re
from pathlib import Path

from junheng.policy import Text
from junheng.publish import Column, Table, to_page

TABLE = Table(
    "counties",
    Text("各区县", "By county"),
    (Column("county", Text("区县", "County")), Column("mean", Text("平均值", "Mean"), "number", "人", 2)),
    (("<b>甲县</b>", 7.125), ("乙县", None)),
)


def test_the_page_is_whole_and_fetches_nothing(tmp_path: Path) -> None:
    text = to_page([TABLE], Text("标题", "Title"), tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert not re.search(r"(src|href)=|https?://|<script", text)
    assert "<h1>标题</h1>" in text
    assert "&lt;b&gt;甲县&lt;/b&gt;" in text
    assert ">7.13<" in text
    assert ">—<" in text


def test_english_speaks_english(tmp_path: Path) -> None:
    text = to_page([TABLE], Text("标题", "Title"), tmp_path / "page.html", "en").read_text(encoding="utf-8")
    assert '<html lang="en">' in text
    assert "By county" in text
    assert "标题" not in text
