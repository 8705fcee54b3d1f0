"""Couples, children and wishes among the invented teachers."""

import numpy as np
import polars as pl
import pytest

from junheng.demo.city import City
from junheng.demo.teachers import DemoTeachers, city_teachers
from junheng.demo.teachers_bonds import nearest
from junheng.demo.teachers_posts import posts


@pytest.fixture(scope="module")
def drawn(small: City) -> DemoTeachers:
    return city_teachers(small)


def with_county(drawn: DemoTeachers) -> pl.DataFrame:
    counties = drawn.schools.select("school_code", "county_code").unique()
    return drawn.teachers.join(counties, on="school_code")


def test_partners_name_each_other_and_are_of_one_county(drawn: DemoTeachers) -> None:
    people = with_county(drawn)
    paired = people.filter(pl.col("partner_id") != "")
    both = paired.join(people, left_on="partner_id", right_on="teacher_id", suffix="_other")
    assert both.height == paired.height > 20
    assert both["teacher_id"].to_list() == both["partner_id_other"].to_list()
    assert both["county_code"].to_list() == both["county_code_other"].to_list()


def test_wishes_are_other_schools_of_the_county_with_the_section_and_all_different(drawn: DemoTeachers) -> None:
    wishes = [f"wish_{one}" for one in (1, 2, 3)]
    wishing = with_county(drawn).filter(pl.col("wish_1") != "")
    assert wishing.height > 20
    assert (wishing["eligible"] == 1).all()
    said = wishing.unpivot(on=wishes, index=["teacher_id", "school_code", "section", "county_code"]).filter(
        pl.col("value") != ""
    )
    assert not said.is_duplicated().any()
    assert said.unique(["teacher_id", "value"]).height == said.height
    assert (said["school_code"] != said["value"]).all()
    held = drawn.schools.select("county_code", "section", value="school_code")
    assert said.join(held, on=["value", "section", "county_code"]).height == said.height


def test_the_nearest_are_of_the_same_county_and_section_nearest_first(small: City) -> None:
    held = posts(small)
    found = nearest(held, 3)
    keys = held.select("county_code", "section").rows()
    for post, near in enumerate(found.tolist()):
        there = [one for one in near if one >= 0]
        assert post not in there
        assert all(keys[one] == keys[post] for one in there)
    x, y = held["longitude"].to_numpy(), held["latitude"].to_numpy()
    post = int(np.flatnonzero(found[:, 2] >= 0)[0])
    apart = np.hypot((x[found[post]] - x[post]) * np.cos(np.deg2rad(34.6)), y[found[post]] - y[post])
    assert (np.diff(apart) > -1e-3).all()


def test_children_are_at_schools_of_the_county(drawn: DemoTeachers) -> None:
    people = with_county(drawn).filter(pl.col("child_school") != "")
    assert people.height > 20
    at = drawn.schools.select(child_school="school_code", county_of_child="county_code").unique()
    told = people.join(at, on="child_school")
    assert told.height == people.height
    assert told["county_code"].to_list() == told["county_of_child"].to_list()
