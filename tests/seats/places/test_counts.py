"""Counts beside points: what is a number is read, everything else is named by its point."""

import polars as pl

from junheng.policy import Text
from junheng.seats.places import PointTable, counts, named, point_table

SCHOOL = Text("学校", "school")


def table(*written: str | None) -> PointTable:
    ids = [f"S{at}" for at in range(len(written))]
    text = pl.DataFrame({"id": ids, "lon": ["113"] * len(ids), "lat": ["34"] * len(ids), "seats": list(written)})
    return point_table(text, SCHOOL)


def test_numbers_are_read_and_blanks_are_not_known() -> None:
    values, faults = counts(table("540", " 12.5 ", "", None), "seats", SCHOOL)
    assert faults == ()
    assert values[:2].tolist() == [540, 12.5]
    assert str(values[2:].tolist()) == "[nan, nan]"


def test_every_bad_cell_is_named_by_its_point() -> None:
    values, faults = counts(table("-3", "many", "nan", "inf", "", "7"), "seats", SCHOOL, blank="no_population")
    assert [(one.code, one.where.en) for one in faults] == [
        ("negative_count", "school “S0”"),
        ("not_a_number", "school “S1”"),
        ("not_a_number", "school “S2”"),
        ("not_a_number", "school “S3”"),
        ("no_population", "school “S4”"),
    ]
    assert values[5] == 7


def test_a_column_that_is_absent_is_one_fault() -> None:
    _, faults = counts(table("1", "2"), "classes", SCHOOL)
    assert [one.code for one in faults] == ["column_absent"]


def test_a_point_is_named_by_what_it_is_and_its_id() -> None:
    assert named(SCHOOL, "S1") == Text("学校“S1”", "school “S1”")
