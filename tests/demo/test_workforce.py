"""Pay and programmes of the synthetic city: made up, said so in every row, and read by the engines without a fault."""

from datetime import date

import polars as pl
import pytest

from junheng.demo.city import City
from junheng.demo.teachers import DemoTeachers, city_teachers
from junheng.demo.workforce import pay_tables, talent_tables, workforce_told
from junheng.policy.articles import article
from junheng.policy.pay_rules import pay_rules
from junheng.policy.talent_targets import talent_targets
from junheng.teachers import Read, read, tables
from junheng.teachers.pay import report as pay_report
from junheng.teachers.talent import report as talent_report

DAY = date(2026, 9, 1)
SEED = 7


@pytest.fixture(scope="module")
def teachers(small: City) -> DemoTeachers:
    return city_teachers(small)


def reads(held: dict[str, pl.DataFrame]) -> dict[str, Read]:
    return {name: read(one.with_columns(pl.all().cast(pl.String)), tables()[name]) for name, one in held.items()}


def test_pay_is_read_without_a_fault_and_every_pool_is_shared_out(teachers: DemoTeachers) -> None:
    county = teachers.of_county(workforce_told()["pay"]["county"])
    held = pay_tables(SEED, county)
    found = pay_report(pay_rules(DAY, workforce_told()["pay"]["given"]), **reads(held))
    assert len(found["persons"]) == county.teachers.height > 0
    assert sum(one["pay"] for one in found["persons"]) == held["pools"]["pool"].sum()
    assert len(found["counties"]) == len(workforce_told()["pay"]["wages"])


def test_classes_of_a_school_have_a_head_each_as_far_as_there_are_teachers(teachers: DemoTeachers) -> None:
    county = teachers.of_county(workforce_told()["pay"]["county"])
    heads = pay_tables(SEED, county)["pay"].group_by("school_code").agg(pl.col("class_head").sum(), staff=pl.len())
    classes = dict(county.schools.group_by("school_code").agg(pl.col("classes").sum()).iter_rows())
    assert all(many == min(classes[school], staff) for school, many, staff in heads.iter_rows())


def test_programmes_add_up_to_their_part_of_the_target(teachers: DemoTeachers) -> None:
    told, held = workforce_told()["talent"], talent_tables(SEED, teachers)
    found = talent_report(talent_targets(DAY), DAY, **reads(held))
    targets = {one.id: int(one.amount or 0) for one in article("art-07").commitments}
    assert {(one["programme"], one["year"]): one["count"] for one in found["programmes"]} == {
        (name, year): round(targets[name] * share)
        for name, shares in told["done"].items()
        for year, share in zip(told["years"], shares, strict=True)
    }


def test_the_silent_counties_are_absent_in_the_last_year_alone(teachers: DemoTeachers) -> None:
    told = workforce_told()["talent"]
    there = set(talent_tables(SEED, teachers)["trainings"].select("county_code", "year").iter_rows())
    for county in told["silent"]:
        assert [(county, year) in there for year in told["years"]] == [True] * (len(told["years"]) - 1) + [False]


def test_nobody_is_trained_where_there_are_no_rural_teachers(teachers: DemoTeachers) -> None:
    held = talent_tables(SEED, teachers)
    rural = dict(held["rural"].select("county_code", "rural_teachers").iter_rows())
    done = held["trainings"].select("county_code", "person_times").iter_rows()
    assert {county for county, many in done if many} <= {county for county, many in rural.items() if many}


def test_every_row_says_that_it_is_made_up_and_the_same_seed_gives_the_same(teachers: DemoTeachers) -> None:
    county = teachers.of_county(workforce_told()["pay"]["county"])
    first, again, other = (pay_tables(seed, county) for seed in (SEED, SEED, SEED + 1))
    for name, one in {**first, **talent_tables(SEED, teachers)}.items():
        assert one["note"].unique().to_list() == [workforce_told()["note"]], name
    assert all(first[name].equals(again[name]) for name in first)
    assert not first["pay"].equals(other["pay"])
