"""Text becomes typed columns; every cell that does not say what it should is named."""

from datetime import date

import pytest

from tests.teachers.tables import TEACHERS, table


def test_cells_are_typed() -> None:
    read = table("teachers", TEACHERS)
    assert read.faults == ()
    row = read.frame.row(0, named=True)
    assert (row["subject"], row["backbone"], row["years_at_school"]) == ("chinese", True, 8)
    assert (row["degree"], row["gender"], row["birth"]) == ("degree_bachelor", "female", date(1980, 5, 1))
    assert read.many("wish") == ["wish:1", "wish:2"]
    assert read.column("age").null_count() == read.frame.height


def test_needs_and_headers_nobody_asked_for() -> None:
    read = table("schools", "school_code,county_code,section,pupils,need_数学,color\ns1,1,小学,10,2,red\n")
    assert read.many("need") == ["need:mathematics"]
    assert read.ignored == ("color",)


@pytest.mark.parametrize(
    ("written", "code", "header"),
    [
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,占星,1,8"), "unknown_subject", "subject"),
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,语文,1,-8"), "negative", "years_at_school"),
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,语文,1,eight"), "not_a_number", "years_at_school"),
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,语文,1,88"), "out_of_range", "years_at_school"),
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,s1,primary,语文,,8"), "blank", "backbone"),
        (TEACHERS.replace("t1,s1,primary,语文,1,8", "t1,,primary,语文,1,8"), "blank", "school_code"),
        (TEACHERS.replace("t1,s1,primary", "t1,s1,kindergarten"), "unknown_word", "section"),
        (TEACHERS.replace("1980-05", "1980-55"), "not_a_day", "birth"),
    ],
)
def test_every_wrong_cell_is_named(written: str, code: str, header: str) -> None:
    assert [(one.code, one.place.row, one.place.header) for one in table("teachers", written).faults] == [
        (code, 2, header)
    ]


def test_absent_columns_unknown_needs_and_empty_tables() -> None:
    assert [one.code for one in table("schools", "school_code,county_code,section\n").faults] == [
        "column_absent",
        "no_rows",
    ]
    wrong = table("schools", "school_code,county_code,section,pupils,need_占星\ns1,1,小学,10,2\n")
    assert [one.code for one in wrong.faults] == ["unknown_subject"]
