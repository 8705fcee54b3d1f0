"""The table of ways: back in the order of areas and places, every fault of it named at once."""

import polars as pl
import pytest

from junheng.policy import Text
from junheng.seats.faults import UnfitInputError
from junheng.seats.places import ways

TITLE = Text("路程表", "ways")


def test_ways_come_in_the_order_of_areas_and_places() -> None:
    text = pl.DataFrame(
        {"area": ["B", "A", "A"], "school": ["s", "t", "s"], "metres": ["3", "2.5", "1"], "way": "road"}
    )
    found = ways(text, ["A", "B"], ["s", "t"], TITLE)
    assert found.area.tolist() == [0, 0, 1]
    assert found.place.tolist() == [0, 1, 0]
    assert found.metres.tolist() == [1, 2.5, 3]


def test_all_faults_are_told_at_once() -> None:
    rows = [("A", "s", "-1"), ("A", "t", "far"), ("Z", "s", "1"), ("A", "q", "1"), ("Z", "s", "2"), ("B", "s", "inf")]
    with pytest.raises(UnfitInputError) as refused:
        ways(pl.DataFrame(rows, schema=["area", "school", "metres"], orient="row"), ["A", "B"], ["s", "t"], TITLE)
    assert [(one.code, one.values.get("name")) for one in refused.value.faults] == [
        ("not_in_table", "Z"),
        ("not_in_table", "q"),
        ("negative_count", "metres"),
        ("not_a_number", "metres"),
        ("not_a_number", "metres"),
        ("place_repeated", None),
    ]


def test_a_column_that_is_absent_is_named() -> None:
    with pytest.raises(UnfitInputError) as refused:
        ways(pl.DataFrame({"片区": ["A"], "米": ["1"]}), ["A"], ["s"], TITLE)
    assert [one.values for one in refused.value.faults] == [{"column": "school"}]
