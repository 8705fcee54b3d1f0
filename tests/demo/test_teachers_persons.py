"""What the invented teachers are like, one by one."""

import polars as pl
import pytest

from junheng.demo.city import City
from junheng.demo.teachers import DemoTeachers, city_teachers


@pytest.fixture(scope="module")
def drawn(small: City) -> DemoTeachers:
    return city_teachers(small)


def test_nobody_has_been_at_a_school_longer_than_grown_up_or_than_it_stands(small: City, drawn: DemoTeachers) -> None:
    founded = small.facts[2025]["schools"].select("school_code", "founded_year")
    people = drawn.teachers.join(founded, on="school_code").with_columns(
        age=2025 - pl.col("birth").str.slice(0, 4).cast(pl.Int64)
    )
    assert (people["years_at_school"] <= people["age"] - 21).all()
    assert (people["years_at_school"] <= 2025 - people["founded_year"]).all()
    assert (people["years_at_school"] >= 0).all()


def test_births_are_a_year_and_a_month(drawn: DemoTeachers) -> None:
    assert drawn.teachers["birth"].str.contains(r"^19\d\d-(0[1-9]|1[0-2])$|^200[0-2]-(0[1-9]|1[0-2])$").all()


def test_a_school_has_one_head_at_most_and_most_have_one(drawn: DemoTeachers) -> None:
    heads = drawn.teachers.group_by("school_code").agg(pl.col("principal").sum())["principal"]
    assert heads.max() == 1
    assert (heads == 1).sum() > 0.9 * heads.len()


def test_only_young_women_nurse_and_few_are_excluded(drawn: DemoTeachers) -> None:
    excluded = drawn.teachers.filter(pl.col("exclusion") != "")
    assert 0 < excluded.height < 0.06 * drawn.teachers.height
    nursing = excluded.filter(pl.col("exclusion") == "哺乳期")
    assert not nursing.is_empty()
    assert (nursing["gender"] == "女").all()
    assert (nursing["birth"] > "1987").all()


def test_primary_schools_teach_no_physics_and_juniors_do(drawn: DemoTeachers) -> None:
    taught = {
        section: set(drawn.teachers.filter(pl.col("section") == section)["subject"]) for section in ("小学", "初中")
    }
    assert {"语文", "数学", "体育", "科学"} <= taught["小学"]
    assert "物理" not in taught["小学"]
    assert {"语文", "物理", "化学", "体育"} <= taught["初中"]
