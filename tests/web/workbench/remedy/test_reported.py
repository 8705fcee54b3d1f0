"""Numbers of schools that limits of ways may name."""

import polars as pl

from junheng.web.workbench.remedy.reported import reported
from tests.balance.city import PRIMARY
from tests.web.workbench.remedy.ground import short_of_teachers


def test_who_lacks_the_degree_is_counted_by_school_and_section() -> None:
    year = short_of_teachers()
    columns = reported(year.units)
    row = year.units.row(by_predicate=(pl.col("school_code") == PRIMARY) & (pl.col("section") == "primary"), named=True)
    assert columns["without_degree"][PRIMARY, "primary"] == row["teachers"] - row["teachers_above_qualification"] == 26


def test_what_was_not_reported_or_is_no_column_stays_unknown() -> None:
    rows = pl.DataFrame({"school_code": ["A", "B"], "section": ["primary"] * 2, "teachers": [3, None]})
    assert reported(rows) == {"teachers": {("A", "primary"): 3.0}}
