"""Tables of a judged flat table say what the evaluation says, and no verdict where nothing is judged."""

import polars as pl
import pytest

from junheng.api import evaluate
from junheng.balance.model import State
from junheng.policy import read_standard
from junheng.publish.tables import flat_counties, flat_schools

MEASURE = """
id: books
title: 生均图书
since: 2012-01-20
sections: [primary]
indicators:
  - {id: B1, title: 生均图书册数, numerator: books, unit: 册/生%s}
"""
FRAME = pl.DataFrame(
    {
        "school_code": ["1", "2", "3", "4", "5"],
        "school_name": ["甲", "乙", "丙", "丁", "戊"],
        "county_code": "C1",
        "county": "示例县",
        "section": "primary",
        "pupils": [45, 37, 89, 76, 55],
        "books": [279, 137, 935, 160, 402],
    }
)
JUDGING = read_standard(MEASURE % ", limit: {primary: 0.5}", "books.yaml")
MEASURING = read_standard(MEASURE % "", "books.yaml")


def test_a_county_row_carries_mean_dispersion_and_verdict() -> None:
    (row,) = flat_counties(evaluate(FRAME, JUDGING)).records()
    assert (row["county_code"], row["county"], row["schools"]) == ("C1", "示例县", 5)
    assert row["B1_mean"] == pytest.approx(1913 / 302)
    assert row["B1_dispersion"] == pytest.approx(0.515257, abs=5e-7)
    assert row["passes"] is State.NOT_MET


def test_a_school_row_carries_its_value() -> None:
    rows = flat_schools(evaluate(FRAME, JUDGING)).records()
    assert [row["school_name"] for row in rows] == ["甲", "乙", "丙", "丁", "戊"]
    assert rows[0]["B1"] == pytest.approx(279 / 45)


def test_a_standard_that_only_measures_has_no_verdict() -> None:
    for made in (flat_counties, flat_schools):
        table = made(evaluate(FRAME, MEASURING))
        assert "passes" not in {column.id for column in table.columns}
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_years_are_rows_of_their_own() -> None:
    two = pl.concat([FRAME.with_columns(year=pl.lit(year)) for year in (2024, 2025)])
    assert flat_counties(evaluate(two, JUDGING)).column("year") == [2024, 2025]
