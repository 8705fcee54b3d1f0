"""Plain counts for form I."""

from dataclasses import replace

import polars as pl
import pytest

from junheng.facts.tables import Facts
from junheng.policy import Standard
from junheng.publish.forms.counts import counts, county_schools, whole
from tests.publish.conftest import COUNTY


def changed(facts: Facts, table: str, frame: pl.DataFrame) -> Facts:
    return replace(facts, tables={**facts.tables, table: frame})


def test_schools_are_counted_by_kind(facts: Facts, standard: Standard) -> None:
    found = counts(facts, standard, COUNTY)
    assert {name: found[f"schools.{name}"] for name in ("primary", "junior", "nine_year", "complete", "special")} == {
        "primary": 2, "junior": 1, "nine_year": 1, "complete": 0, "special": 0,
    }  # fmt: skip
    assert (found["pupils.primary"], found["pupils.junior"], found["classes.primary"]) == (4100, 1300, 88)


def test_a_sum_with_a_missing_part_is_empty_and_not_smaller(facts: Facts, standard: Standard) -> None:
    assert counts(facts, standard, COUNTY)["classes.junior"] is None


def test_uncounted_schools_and_attached_classes_are_not_schools(facts: Facts, standard: Standard) -> None:
    schools = facts["schools"].with_columns(
        counted=pl.col("school_code") != "2141000001",
        school_type=pl.when(pl.col("school_code") == "3141000003").then(pl.lit("319")).otherwise("school_type"),
    )
    found = counts(changed(facts, "schools", schools), standard, COUNTY)
    assert (found["schools.primary"], found["schools.junior"]) == (1, 0)
    assert found["pupils.primary"] == 4100


def test_staff_is_not_split_by_guessing(facts: Facts, standard: Standard) -> None:
    assert counts(facts, standard, COUNTY)["staff.primary"] is None
    plain = facts["schools"].filter(pl.col("school_type") != "312")
    staff = pl.DataFrame({"school_code": plain["school_code"], "staff_total": [80, 120, 95]})
    held = Facts.of(facts.year, {"schools": plain, "sections": facts["sections"], "staff": staff})
    found = counts(held, standard, COUNTY)
    assert (found["staff.primary"], found["staff.junior"]) == (200, 95)


@pytest.mark.parametrize(("pupils", "counting"), [(49, 0), (50, 1), (None, None)])
def test_teaching_points_count_from_the_standards_number(
    facts: Facts, standard: Standard, pupils: int | None, counting: int | None
) -> None:
    schools = pl.DataFrame(
        {"school_code": ["2141000009"], "school_name": ["点"], "county_code": [COUNTY], "school_type": ["218"]}
    )
    sections = pl.DataFrame({"school_code": ["2141000009"], "section": ["primary"], "pupils": [pupils]})
    found = counts(Facts.of(facts.year, {"schools": schools, "sections": sections}), standard, COUNTY)
    assert (found["schools.teaching_point"], found["teaching_points.counting"]) == (1, counting)


def test_a_county_that_reported_no_school_has_no_counts(facts: Facts, standard: Standard) -> None:
    assert counts(facts, standard, "410102") == {}
    assert county_schools(facts, "410102").is_empty()


def test_nothing_sums_to_nothing() -> None:
    assert whole(pl.Series([], dtype=pl.Int64)) is None
    assert whole(pl.Series([1, None])) is None
    assert whole(pl.Series([1, 2])) == 3
