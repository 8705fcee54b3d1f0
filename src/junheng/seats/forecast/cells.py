"""Rows of text as cells of pupils: names of columns, years, grades and numbers as people write them.

Each different word is read once, whatever the number of rows.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.forecast.grades import grade_number

NAMES: Mapping[str, tuple[str, ...]] = {
    "year": ("year", "年份", "学年", "年"),
    "area": ("area", "区域", "片区", "学校", "school", "school_code"),
    "grade": ("grade", "年级"),
    "pupils": ("pupils", "学生数", "人数", "在校生数", "在校学生数"),
}
_YEAR = re.compile(r"(\d{4})(?:(?:[-–—/]\d{2,4})?(?:学年度?|年)?|\.0)")


def place_of(line: int) -> Text:
    return Text(f"第 {line} 行", f"line {line}")


def named_columns(table: pl.DataFrame, faults: list[Fault]) -> dict[str, str]:
    """Which column of the table holds what; empty when one is not there."""
    given = {name.strip().lower(): name for name in table.columns}
    found = {key: next((given[name] for name in names if name in given), None) for key, names in NAMES.items()}
    for key, name in found.items():
        if name is None:
            faults.append(
                Fault("column_missing", Text("表头", "header"), {"name": key, "accepted": "、".join(NAMES[key])})
            )
    return {key: name for key, name in found.items() if name} if None not in found.values() else {}


def cells_of(table: pl.DataFrame, columns: Mapping[str, str], faults: list[Fault]) -> pl.DataFrame:
    """The rows that can be read as ``line, year, area, grade, word, pupils`` (null when not known).

    Rows that cannot be read add their faults instead; wholly empty rows are passed over.
    """
    line = pl.col("line").cast(pl.Int64) if "line" in table.columns else pl.int_range(2, pl.len() + 2, dtype=pl.Int64)
    written = table.select(
        line.alias("line"),
        *(pl.col(name).cast(pl.String).str.strip_chars().fill_null("").alias(key) for key, name in columns.items()),
    ).filter(~pl.all_horizontal(pl.col(key) == "" for key in columns))
    read = written.select(
        "line",
        "area",
        _each(written, "year", _year),
        _each(written, "grade", grade_number),
        pl.col("grade").alias("word"),
        pl.col("pupils").alias("number"),
        pupils=pl.col("pupils").str.replace_all("[,，]", "").cast(pl.Float64, strict=False),
    )
    wrong = {
        "year_unreadable": pl.col("year").is_null(),
        "area_unnamed": pl.col("area") == "",
        "grade_unknown": pl.col("grade").is_null(),
        "not_a_number": (pl.col("number") != "") & ~pl.col("pupils").is_finite().fill_null(value=False),
        "negative_count": pl.col("pupils").is_finite() & (pl.col("pupils") < 0),
    }
    checked = read.with_columns(**wrong, written_year=written["year"])
    some = pl.any_horizontal(*wrong)
    faults += [fault for row in checked.filter(some).iter_rows(named=True) for fault in _faults(row, list(wrong))]
    return checked.filter(~some.fill_null(value=False)).select("line", "year", "area", "grade", "word", "pupils")


def years_of(table: pl.DataFrame, columns: Mapping[str, str]) -> set[int]:
    """The years that have any row at all, whatever else is wrong with it."""
    words = table[columns["year"]].cast(pl.String).str.strip_chars().drop_nulls().unique()
    return {year for year in map(_year, words) if year is not None}


def _each(table: pl.DataFrame, column: str, read: Callable[[str], int | None]) -> pl.Expr:
    """Every different word of a column read once."""
    words = {word: read(word) for word in table[column].unique()}
    return pl.col(column).replace_strict(words, return_dtype=pl.Int64) if words else pl.col(column).cast(pl.Int64)


def _year(word: str) -> int | None:
    found = _YEAR.fullmatch(word)
    return int(found[1]) if found else None


def _faults(row: Mapping[str, Any], codes: list[str]) -> Iterator[Fault]:
    told = {
        "year_unreadable": {"value": row["written_year"]},
        "area_unnamed": {},
        "grade_unknown": {"value": row["word"]},
        "not_a_number": {"name": "pupils", "value": row["number"]},
        "negative_count": {"name": "pupils", "value": row["number"]},
    }
    return (Fault(code, place_of(row["line"]), told[code]) for code in codes if row[code])
