"""Who is missing, who is new, and who is there twice; a list of expected schools goes before last year's."""

from typing import Any

import polars as pl
import pytest

from junheng.facts.checks.model import Context
from junheng.facts.checks.presence import known_schools
from tests.facts.checks.asking import said
from tests.facts.checks.examples import A, B, in_memory

GONE = "2141000088"


def listed(*codes: str | None, **more: Any) -> list[dict[str, Any]]:
    return [{"school_code": code, "school_name": None, **more} for code in codes]


def test_without_a_list_and_a_year_before_nobody_is_missing_or_new() -> None:
    assert known_schools(Context(in_memory({}))) is None
    assert said("school_missing", {}) == []
    assert said("school_new", {}) == []


def test_last_year_s_schools_are_expected_unless_a_list_says_otherwise() -> None:
    assert [one.values["who"] for one in said("school_missing", {"schools.0": None}, before={})] == [f"甲小学（{A}）"]
    assert said("school_missing", {"schools.0": None}, before={}, expected=listed(B)) == []
    (new,) = said("school_new", {}, before={"schools.1": None})
    assert B in new.what("en")


def test_a_list_of_codes_alone_is_enough() -> None:
    (finding,) = said("school_missing", {}, expected=[{"school_code": one} for one in (A, B, GONE)])
    assert finding.what("zh") == f"应报学校{GONE}（—）没有上报"
    assert finding.what("en") == f"Expected school {GONE} (—) has not reported"


def test_both_languages_name_the_county() -> None:
    (finding,) = said("school_missing", {}, expected=listed(A, B, GONE, county_code="410105"))
    assert "（金水区）" in finding.what("zh")
    assert "(Jinshui)" in finding.what("en")


def test_a_county_nobody_knows_is_its_code() -> None:
    (finding,) = said("school_missing", {}, expected=listed(A, B, GONE, county_code="999999"))
    assert "（999999）" in finding.what("zh")


def test_blank_lines_of_the_list_are_no_schools() -> None:
    assert said("school_missing", {}, expected=listed(A, B, None)) == []


def test_a_school_listed_by_section_is_missing_once() -> None:
    rows = listed(A, B) + [row for part in ("primary", "junior") for row in listed(GONE, section=part)]
    assert len(said("school_missing", {}, expected=rows)) == 1


def test_an_empty_list_makes_everyone_new() -> None:
    empty = pl.DataFrame(schema={"school_code": pl.String})
    assert known_schools(Context(in_memory({}), expected=empty)) is not None
    assert len(said("school_new", {}, expected=listed("2141000077"))) == 2


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"sections.2": None}, ["junior"]),
        ({"sections.1": None, "sections.2": None}, ["primary", "junior"]),
        ({"sections.2.pupils": None}, []),
        ({"sections.2": None, "schools.1.school_type": "511"}, []),
        ({"sections.2": None, "schools.1.school_type": None}, []),
    ],
)
def test_every_section_of_the_type_is_expected(change: dict[str, Any], missing: list[str]) -> None:
    titles = {"primary": "小学", "junior": "初中"}
    assert [one.values["who"] for one in said("section_missing", change)] == [
        f"乙学校（{B}）{titles[part]}" for part in missing
    ]


def test_a_list_of_sections_goes_before_the_type() -> None:
    only = [{"school_code": B, "section": "primary"}, {"school_code": GONE, "section": "junior"}]
    assert said("section_missing", {"sections.2": None, "sections.0": None}, expected=only) == []
    (finding,) = said("section_missing", {"sections.1": None}, expected=[*only, {"school_code": B, "section": None}])
    assert finding.what("en").startswith(f"乙学校 {B} Primary")


SAME = {"school_name": "甲小学", "county_code": "410105"}


def test_every_code_of_a_doubled_name_is_named_once() -> None:
    rows = {f"schools.{number}": {**SAME, "school_code": f"214100009{number}"} for number in (2, 3)}
    (finding,) = said("same_name_other_code", rows)
    assert finding.values["codes"] == f"{A}、2141000092、2141000093"
    assert finding.what("en").startswith("Jinshui has several schools")


@pytest.mark.parametrize(
    "other", [{**SAME, "county_code": "410102"}, {**SAME, "school_name": None}, {**SAME, "county_code": None}]
)
def test_other_counties_and_blank_names_are_no_doubles(other: dict[str, Any]) -> None:
    assert said("same_name_other_code", {"schools.2": {**other, "school_code": "2141000092"}}) == []


def test_schools_without_names_are_not_the_same_school() -> None:
    assert said("same_name_other_code", {"schools.0.school_name": None, "schools.1.school_name": None}) == []
