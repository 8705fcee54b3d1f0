"""The tables of teachers: the workbooks' numbers, the same every time, marked, and of use to the rotation."""

import polars as pl
import pytest

from junheng.demo.city import City
from junheng.demo.teachers import DemoTeachers, city_teachers
from junheng.demo.teachers_told import PE_ART, SECTIONS


@pytest.fixture(scope="module")
def drawn(small: City) -> DemoTeachers:
    return city_teachers(small)


def reported(small: City, drawn: DemoTeachers) -> pl.DataFrame:
    """The teachers of the workbooks, of the sections that the tables list."""
    words = {word: id_ for id_, word in SECTIONS.items()}
    listed = drawn.schools.select("school_code", section=pl.col("section").replace_strict(words))
    return small.facts[2025]["teachers"].join(listed, on=["school_code", "section"])


def test_every_section_has_the_reported_teachers(small: City, drawn: DemoTeachers) -> None:
    told = reported(small, drawn)
    columns = {
        **{column: pl.col("subject") == subject for subject, column in PE_ART.items()},
        "teachers": pl.col("teacher_id").is_not_null(),
        "backbone_teachers": pl.col("backbone") == 1,
        "degree_doctor": pl.col("degree") == "博士",
        "degree_master": pl.col("degree") == "硕士",
        "degree_bachelor": pl.col("degree") == "本科",
        "degree_college": pl.col("degree") == "专科",
        "degree_secondary": pl.col("degree") == "高中阶段及以下",
        "middle_title_teachers": pl.col("title_rank").is_in(["一级教师", "高级教师"]),
    }
    words = {word: id_ for id_, word in SECTIONS.items()}
    counted = drawn.teachers.group_by("school_code", pl.col("section").replace_strict(words)).agg(
        **{f"{name}_drawn": rule.sum() for name, rule in columns.items()}
    )
    assert counted.height == told.filter(pl.col("teachers") > 0).height > 60
    both = told.join(counted, on=["school_code", "section"])
    for name in columns:
        assert both[name].to_list() == both[f"{name}_drawn"].to_list(), name


def test_private_special_uncounted_and_senior_are_left_out(small: City, drawn: DemoTeachers) -> None:
    schools = small.facts[2025]["schools"]
    other = (pl.col("organiser") == "10") | (pl.col("school_type") == "514") | ~pl.col("counted")
    left = schools.filter(other)["school_code"]
    assert left.len() > 0
    assert not set(left) & set(drawn.schools["school_code"])
    assert set(drawn.schools["section"]) == {"小学", "初中"}


def test_every_row_says_that_it_is_made_up_and_names_nobody(drawn: DemoTeachers) -> None:
    for table in (drawn.teachers, drawn.schools):
        assert table["note"].unique().to_list() == ["合成演示数据 synthetic"]
    assert drawn.teachers["teacher_name"].str.contains("样例").all()
    assert drawn.teachers["teacher_id"].is_unique().all()


def test_the_same_city_gives_the_same_tables(small: City, drawn: DemoTeachers) -> None:
    again = city_teachers(small)
    assert again.teachers.equals(drawn.teachers)
    assert again.schools.equals(drawn.schools)


def test_a_county_is_its_own_schools_and_teachers(drawn: DemoTeachers) -> None:
    codes = drawn.schools["county_code"].unique().to_list()
    parts = [drawn.of_county(one) for one in codes]
    assert sum(one.teachers.height for one in parts) == drawn.teachers.height
    assert all(set(one.teachers["school_code"]) <= set(one.schools["school_code"]) for one in parts)
