"""The eligible are as many as the county reports, and those who have been at their school longest."""

import polars as pl

from junheng.demo.city import City
from junheng.demo.teachers import city_teachers
from junheng.demo.teachers_people import COLUMNS


def test_as_many_are_eligible_as_the_county_reports(small: City) -> None:
    drawn = city_teachers(small)
    assert drawn.teachers.columns == list(COLUMNS)
    reported = dict(small.facts[2025]["counties"].select("county_code", "rotation_eligible").iter_rows())
    for county, told in reported.items():
        free = drawn.of_county(county).teachers.filter((pl.col("principal") == 0) & (pl.col("exclusion") == ""))
        eligible = free.filter(pl.col("eligible") == 1)
        assert eligible.height == min(told, free.height)
        others = free.filter(pl.col("eligible") == 0)["years_at_school"]
        assert others.is_empty() or others.max() <= eligible["years_at_school"].min()  # type: ignore[operator]


def test_pseudonyms_run_through_a_county(small: City) -> None:
    here = city_teachers(small).of_county("410105").teachers
    assert here["teacher_id"].to_list() == [f"YL04{one:05d}" for one in range(1, here.height + 1)]
    assert here["teacher_name"][0] == "样例教师00001号"
