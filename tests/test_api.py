"""The Python door: files and tables in, standards by name or path."""

import json
import os
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

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


HEADER = ROWS.columns
LINE = "0141000001,410105,primary,2024,500,30,6.5,5.5,3750,250,5500,1400000,14.5"


def refused(tmp_path: Path, content: str | bytes, name: str = "units.csv") -> InputError:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        evaluate(path)
    return caught.value


def test_a_file_without_any_known_column_is_told_which_are_missing(tmp_path: Path) -> None:
    said = str(refused(tmp_path, "甲,乙\n1,2\n"))
    assert "units.csv" in said
    assert "school_code" in said
    assert "multimedia_classrooms" in said


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_header_without_rows_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"units.{suffix}"
    empty = ROWS.clear()
    _ = empty.write_csv(path) if suffix == "csv" else empty.write_parquet(path)
    with pytest.raises(InputError) as caught:
        evaluate(path)
    assert [fault.code for fault in caught.value.faults] == ["no_rows"]


@pytest.mark.parametrize("name", ["units.xlsx", "units.csv", "units.parquet.xls"])
def test_an_excel_sheet_is_known_by_its_bytes_with_titles_above(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["示范区义务教育学校平表"])
    sheet.merge_cells("A1:M1")
    sheet.append(HEADER)
    rows = ROWS.with_columns(school_code=pl.lit(2141000001.0) + pl.int_range(2))
    for row in rows.iter_rows():
        sheet.append(row)
    with path.open("wb") as file:
        book.save(file)
    found = evaluate(path).to_dict()
    expected = evaluate(rows.with_columns(pl.col("school_code").cast(pl.Int64).cast(pl.String))).to_dict()
    assert found == expected


def test_a_workbook_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    error = refused(tmp_path, b"PK\x03\x04 cut off", "units.xlsx")
    assert "units.xlsx" in str(error)
    assert [fault.code for fault in error.faults] == ["truncated_zip"]


@pytest.mark.parametrize("written", ["５００", '"1,400,000"', " 500 ", "500.0", "1 400 000"])
def test_numbers_as_people_write_them(tmp_path: Path, written: str) -> None:
    path = tmp_path / "units.csv"
    path.write_text(f"{','.join(HEADER)}\n{LINE.replace('1400000', written)}\n", encoding="utf-8")
    read = read_flat(path, load_standard("jiaodu-2017-6"))
    assert read["equipment_value_yuan"].to_list() in ([500.0], [1_400_000.0])
    assert read["school_code"].to_list() == ["0141000001"]


def test_only_the_offending_cells_are_named(tmp_path: Path) -> None:
    bad = LINE.replace("0141000001", "0141000002").replace(",500,", ",约五百,").replace("2024", "去年")
    error = refused(tmp_path, f"{','.join(HEADER)}\n{LINE}\n\n{bad}\n")
    assert [fault.code for fault in error.faults] == ["text_in_number"] * 2
    for fault, text in zip(error.faults, ("去年", "约五百"), strict=True):
        assert "第 4 行" in fault.where.zh
        assert "0141000002" in fault.where.zh
        assert text in fault.what.zh


def test_at_most_twenty_cells_are_named(tmp_path: Path) -> None:
    lines = [LINE.replace("0141000001", f"s{at}").replace(",500,", ",x,") for at in range(25)]
    error = refused(tmp_path, "\n".join([",".join(HEADER), *lines]))
    assert len(error.faults) == 21
    assert "5" in error.faults[-1].what.en


def test_a_thousands_comma_without_quotes_is_not_taken_for_a_column(tmp_path: Path) -> None:
    error = refused(tmp_path, f"{','.join(HEADER)}\n{LINE.replace('1400000', '1,400,000')}\n")
    assert [fault.code for fault in error.faults] == ["row_too_long"]


CELLS = st.one_of(
    st.text(max_size=12),
    st.floats().map(str),
    st.integers().map(str),
    st.sampled_from(["primary", "小学", "2024", "500", "nan", "inf", "-1", "1e400", "—"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(str.encode),
        st.lists(st.lists(CELLS, max_size=15), max_size=4).map(
            lambda rows: "\n".join([",".join(HEADER), *(",".join(row) for row in rows)]).encode("utf-8", "replace")
        ),
        st.lists(CELLS, min_size=2, max_size=9).map(
            lambda tail: f"{','.join(HEADER)}\ns1,c1,primary,{','.join(tail)}".encode("utf-8", "replace")
        ),
    )
)
def test_any_content_is_judged_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(content)
    with suppress(InputError):
        evaluate(path).to_dict()
