"""Columns shared by the tables of a plan."""

import polars as pl

from junheng.policy.text import Text
from junheng.publish.plan.columns import COLUMNS, KIND, SECTION, named, table_of


def test_sections_and_kinds_become_words_and_years_text() -> None:
    frame = pl.DataFrame({"year": [2026], "section": ["junior"], "kind": ["new"], "cost": [None]})
    table = table_of("t", Text("表", "table"), frame, ["year", "section", "kind", "cost"], [Text("注", "note")])
    assert table.rows == (("2026", SECTION["junior"], KIND["new"], None),)
    assert [one.id for one in table.columns] == ["year", "section", "kind", "cost"]


def test_every_column_speaks_both_languages() -> None:
    assert all(one.title.zh and one.title.en for one in COLUMNS.values())


def test_a_county_is_called_by_its_name() -> None:
    assert named("410105：用地不够", {"410105": "金水区"}) == "金水区：用地不够"
    assert named("年度预算没有填", {"410105": "金水区"}) == "年度预算没有填"
