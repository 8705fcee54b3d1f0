"""Files of the catalogue: kept once, whole, the same bytes; suppressed is null in Parquet and a star elsewhere."""

import io
import json
from pathlib import Path

import polars as pl
import pytest
from pytest_django import Settings

from junheng.policy import Text
from junheng.publish import SUPPRESSED, Column, Table
from junheng.web.portal.dataset_files import TYPES, checksum, kept, made
from junheng.web.portal.models import Edition

TABLE = Table(
    "demo",
    Text("表", "table"),
    (Column("name", Text("名", "Name")), Column("value", Text("值", "Value"), "number", None, 2)),
    ((Text("甲", "A"), 1.25), (Text("乙", "B"), SUPPRESSED), (Text("丙", "C"), None)),
)


@pytest.mark.parametrize("suffix", TYPES)
def test_the_same_table_gives_the_same_bytes(suffix: str) -> None:
    assert made(TABLE, suffix, "zh") == made(TABLE, suffix, "zh")


def test_suppressed_is_neither_missing_nor_a_number() -> None:
    frame = pl.read_parquet(io.BytesIO(made(TABLE, "parquet", "zh")))
    assert frame["value"].to_list() == [1.25, None, None]
    assert frame["name_en"].to_list() == ["A", "B", "C"]
    assert [one["value"] for one in json.loads(made(TABLE, "json", "zh"))["rows"]] == [1.25, "*", None]
    assert ",*\r\n" in made(TABLE, "csv", "zh").decode("utf-8-sig")


def test_a_file_is_made_once_and_kept_whole(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    asked: list[int] = []

    def table() -> Table:
        asked.append(1)
        return TABLE

    edition = Edition(pk=1, year=2025, digest="d" * 64)
    first = kept(edition, "demo", "csv", "zh", table)
    assert kept(edition, "demo", "csv", "zh", table) == first
    assert len(asked) == 1
    assert [one.name for one in tmp_path.rglob("*.csv")] == ["demo.zh.csv"]
    kept(Edition(pk=2, year=2025, digest="e" * 64), "demo", "csv", "zh", table)
    assert len(asked) == 2


def test_a_checksum() -> None:
    assert checksum(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
