"""What schools hold: counted before classes before what the user gives, and nothing made up."""

import polars as pl
import pytest

from junheng.policy import Text
from junheng.seats.places import PointTable, capacity, point_table

SCHOOL = Text("学校", "school")


def schools(**columns: list[str]) -> PointTable:
    many = len(next(iter(columns.values())))
    text = {"id": [f"S{at}" for at in range(many)], "lon": ["113"] * many, "lat": ["34"] * many, **columns}
    return point_table(pl.DataFrame(text), SCHOOL)


def test_counted_seats_come_before_classes_and_those_before_what_is_given() -> None:
    table = schools(seats=["500", "", ""], classes=["12", "60", ""], 在校生=["480", "", "3"])
    found, faults = capacity(table, SCHOOL, each=300)
    assert faults == ()
    assert found.held(45, 2000).tolist() == [500, 2000, 300]
    assert found.given.tolist() == [False, False, True]
    assert found.pupils.tolist()[::2] == [480, 3]


def test_a_point_may_stand_for_several_schools() -> None:
    found, faults = capacity(schools(schools=["1", "3"]), SCHOOL, each=200, count="schools")
    assert faults == ()
    assert found.held(45, 2000).tolist() == [200, 600]


@pytest.mark.parametrize("columns", [{"name": ["x", "y"]}, {"seats": ["", ""]}, {"classes": ["", ""]}])
def test_what_nobody_knows_is_a_fault_and_not_a_number(columns: dict[str, list[str]]) -> None:
    _, faults = capacity(schools(**columns), SCHOOL)
    assert [(one.code, one.where.en) for one in faults] == [
        ("seats_not_given", "school “S0”"),
        ("seats_not_given", "school “S1”"),
    ]


def test_negative_seats_and_an_empty_number_of_schools_are_faults() -> None:
    _, faults = capacity(schools(seats=["-5", "9"]), SCHOOL, each=1)
    assert [one.code for one in faults] == ["negative_count"]
    _, faults = capacity(schools(many=["", "2"]), SCHOOL, each=1, count="many")
    assert [one.code for one in faults] == ["seats_not_given"]
