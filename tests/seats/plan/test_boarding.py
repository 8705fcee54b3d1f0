"""Boarding schools of rural townships."""

import polars as pl

from junheng.seats.plan.boarding import boarding
from junheng.seats.plan.tables import Tables
from tests.seats.plan.tiny import tiny


def base(**flags: bool) -> Tables:
    held = tiny()
    rural = held.areas.with_columns(township=pl.col("township").str.replace("(.)镇([01])", "${1}${2}镇"))
    schools = held.schools.with_columns(
        township=pl.col("township").str.replace("(.)镇([01])", "${1}${2}镇"),
        boarding=pl.col("school_code").replace_strict(flags, default=False, return_dtype=pl.Boolean),
    )
    return tiny(areas=rural, schools=schools)


def test_townships_without_one_are_named_with_their_largest_public_school() -> None:
    found = boarding(base(Ap0=True), 1)
    assert found["township"].to_list() == ["A1镇", "B0镇", "B1镇"]
    assert found["boarding"].to_list() == [0, 0, 0]
    assert found["school_code"].to_list() == ["Aj1", "Bj0", "Bj1"]


def test_two_are_asked_for_where_someone_wants_two() -> None:
    found = boarding(base(Ap0=True), 2)
    assert found.filter(pl.col("township") == "A0镇")["boarding"].to_list() == [1]
    assert boarding(base(), 0).is_empty()


def test_subdistricts_are_not_rural() -> None:
    town = tiny().areas.with_columns(township=pl.lit("某街道"))
    assert boarding(tiny(areas=town), 1).is_empty()


def test_a_township_without_schools_is_named_without_one() -> None:
    held = base()
    found = boarding(tiny(areas=held.areas, schools=held.schools.filter(pl.col("county_code") == "A")), 1)
    assert found.filter(pl.col("county_code") == "B")["school_code"].to_list() == [None, None]
