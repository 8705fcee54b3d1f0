"""The Python door: files and tables in, standards by name or path."""

import json
import os
from pathlib import Path

import polars as pl
import pytest

import junheng
from junheng.api import evaluate, read_flat
from junheng.balance import InputError
from junheng.policy import PolicyError, load_standard
from tests.balance.tables import school, table

ROWS = table(school("0141000001"), school("0141000002", 300, section="junior"))


def test_a_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "units.parquet"
    ROWS.with_columns(extra=pl.lit("x")).write_parquet(path)
    assert junheng.evaluate(path).to_dict() == junheng.evaluate(ROWS).to_dict()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_file_in_any_of_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "平表.csv"
    labels = {"school_code": "学校标识码", "section": "学段", "pupils": "在校学生数"}
    path.write_text(ROWS.rename(labels).write_csv(), encoding=encoding)
    found = evaluate(str(path)).to_dict()
    assert found == junheng.evaluate(ROWS).to_dict()
    assert found["counties"][0]["schools"][0]["school_code"] == "0141000001"


@pytest.mark.parametrize("blank", ["", "—", "/", "无"])
def test_a_blank_of_any_spelling_is_not_a_zero(tmp_path: Path, blank: str) -> None:
    path = tmp_path / "units.csv"
    path.write_text(ROWS.write_csv().replace("6.5", blank, 1), encoding="utf-8")
    values = evaluate(path).to_dict()["counties"][0]["schools"][0]["values"]
    assert values["L2"] is None


def test_the_json_has_the_documented_shape() -> None:
    found = json.loads(json.dumps(junheng.evaluate(ROWS).to_dict()))
    assert list(found) == ["standard", "counties"]
    county = found["counties"][0]
    assert {"county_code", "section", "year", "indicators", "schools", "passes"} <= set(county)
    assert [one["id"] for one in county["indicators"]] == ["L1", "L2", "L3", "L4", "L5", "L6", "L7"]
    assert {"id", "mean", "dispersion", "limit", "met"} <= set(county["indicators"][0])
    assert {"school_code", "values", "met", "passes", "reasons"} <= set(county["schools"][0])


def test_a_users_standard_by_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        """
id: mine
title: {zh: 自定, en: Mine}
since: 2020-01-01
sections: [primary, junior]
county_rule: {dispersion: each}
indicators:
  - id: A
    title: {zh: 生均面积, en: Area}
    numerator: teaching_area
    denominator: pupils
    threshold: {primary: 7, junior: 8}
school_rule: {min_met: 1, floor: 1}
""",
        encoding="utf-8",
    )
    found = junheng.evaluate(ROWS, standard=path).to_dict()
    assert [one["schools"][0]["passes"] for one in found["counties"]] == [True, False]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("no.parquet", b"not parquet"),
        ("empty.csv", b""),
        ("broken.csv", b"a,b\n1,2,3,4\n\xff\xfe"),
        ("missing.csv", None),
    ],
)
def test_a_file_that_cannot_be_read_says_so_in_both_languages(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        evaluate(path)
    assert name in str(caught.value)
    fault = caught.value.faults[0]
    assert all(part.zh and part.en for part in (fault.where, fault.what, fault.rule, fault.fix))


def test_an_unknown_standard_is_a_policy_error() -> None:
    with pytest.raises(PolicyError):
        evaluate(ROWS, "no-such-standard")


def test_only_the_needed_columns_of_a_parquet_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "units.parquet"
    ROWS.with_columns(extra=pl.lit("x")).write_parquet(path)
    assert "extra" not in read_flat(path, load_standard("jiaodu-2017-6")).columns


def test_the_package_has_one_name_for_it() -> None:
    assert junheng.evaluate is evaluate
    with pytest.raises(AttributeError):
        junheng.no_such_name  # noqa: B018


def test_a_path_like_with_a_tilde_is_not_expanded_silently(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        evaluate(os.path.join("~", tmp_path.name, "x.csv"))  # noqa: PTH118
