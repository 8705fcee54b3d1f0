"""What a school says of itself: codes, types, flags and campuses, each at its limit and when it is not reported."""

from typing import Any

import pytest

from tests.facts.checks.asking import said
from tests.facts.checks.examples import A, B


@pytest.mark.parametrize("prefix", ["2141", "3141", "3441", "5141"])
def test_usual_prefixes(prefix: str) -> None:
    assert said("code_prefix", {"schools.2": {"school_code": f"{prefix}000009"}}) == []


@pytest.mark.parametrize("code", ["1141000009", "2111000009", "214100000", "21410000090", "x2141000001"])
def test_odd_codes_are_asked_about(code: str) -> None:
    (finding,) = said("code_prefix", {"schools.2": {"school_code": code, "school_name": "丙"}})
    assert code in finding.what("zh")
    assert "Henan" in finding.rule("en")


@pytest.mark.parametrize(
    ("kind", "section", "pupils", "speaks"),
    [
        ("211", "junior", 1, True),
        ("211", "junior", None, False),
        ("211", "junior", 0, False),
        ("312", "junior", 1, False),
        ("312", "senior", 1, True),
        ("511", "senior", 1, False),
        (None, "junior", 1, False),
        ("x", "junior", 1, False),
    ],
)
def test_sections_belong_to_the_type(kind: str | None, section: str, pupils: int | None, speaks: bool) -> None:
    row = {"school_code": A, "section": section, "pupils": pupils}
    found = said("section_not_of_type", {"schools.0.school_type": kind, "sections.3": row})
    own = {one.values["who"][-2:] for one in found}
    assert ({"junior": "初中", "senior": "高中"}[section] in own) is speaks


@pytest.mark.parametrize(
    ("field", "founded", "speaks"),
    [
        ("built_by_2010", 2010, False),
        ("built_by_2010", 2011, True),
        ("built_by_2016", 2016, False),
        ("built_by_2016", 2017, True),
        ("built_by_2016", None, False),
    ],
)
def test_a_school_is_not_built_before_it_was_founded(field: str, founded: int | None, speaks: bool) -> None:
    off = {"schools.0.built_by_2010": None, "schools.0.built_by_2016": None}
    found = said("built_flag_contradicts_year", {**off, f"schools.0.{field}": True, "schools.0.founded_year": founded})
    assert bool(found) is speaks
    assert all(one.values["limit"] == int(field[-4:]) for one in found)
    assert said("built_flag_contradicts_year", {**off, "schools.0.founded_year": founded}) == []


@pytest.mark.parametrize(
    ("first", "second", "speaks"),
    [
        (True, False, True),
        (True, True, False),
        (True, None, False),
        (False, True, False),
        (None, False, False),
        (False, False, False),
    ],
)
def test_what_was_built_by_2010_was_built_by_2016(first: bool | None, second: bool | None, speaks: bool) -> None:
    change = {"schools.0.built_by_2010": first, "schools.0.built_by_2016": second}
    assert bool(said("built_flags_contradict", change)) is speaks


@pytest.mark.parametrize(("founded", "speaks"), [(2025, False), (2026, False), (2027, True), (None, False)])
def test_a_school_year_ends_in_the_next_calendar_year(founded: int | None, speaks: bool) -> None:
    assert bool(said("founded_in_future", {"schools.0.founded_year": founded})) is speaks


@pytest.mark.parametrize(
    ("pupils", "place", "speaks"),
    [
        (49, "220", True),
        (50, "220", False),
        (99, "210", False),
        (100, "210", True),
        (60, "121", True),
        (60, None, False),
        (None, "220", False),
        (None, "111", True),
    ],
)
def test_small_rural_schools(pupils: int | None, place: str | None, speaks: bool) -> None:
    change = {"schools.0.small_rural": True, "schools.0.urban_rural": place, "sections.0.pupils": pupils}
    found = said("small_rural_flag_contradicts", change)
    assert bool(found) is speaks
    for one in found:
        assert "None" not in one.what("zh") + one.what("en")


def test_a_small_rural_school_is_judged_by_all_its_sections_or_not_at_all() -> None:
    both = {"schools.1.small_rural": True, "schools.1.urban_rural": "220", "sections.1.pupils": 40}
    assert said("small_rural_flag_contradicts", {**both, "sections.2.pupils": 40}) == []
    assert said("small_rural_flag_contradicts", {**both, "sections.2.pupils": 60}) != []
    assert said("small_rural_flag_contradicts", {**both, "sections.2.pupils": None}) == []


@pytest.mark.parametrize(
    ("counted", "parent", "speaks"),
    [
        (False, None, True),
        (False, "2141000099", True),
        (False, A, True),
        (False, B, False),
        (True, None, False),
        (None, None, False),
    ],
)
def test_who_does_not_count_has_a_parent_among_the_others(
    counted: bool | None, parent: str | None, speaks: bool
) -> None:
    found = said("uncounted_without_parent", {"schools.0.counted": counted, "schools.0.parent_code": parent})
    assert bool(found) is speaks
    assert all((parent or "—") in one.what("en") for one in found)


@pytest.mark.parametrize(
    ("change", "sections"),
    [
        ({}, []),
        ({"campuses.0.pupils_junior": 51}, ["初中"]),
        ({"campuses.0.pupils_junior": 49}, ["初中"]),
        ({"campuses.0.pupils_junior": None}, []),
        ({"campuses.1": None}, ["初中"]),
        ({"sections.2.pupils": None}, []),
        ({"sections.2": None}, []),
        ({"campuses.0.pupils_primary": 1, "campuses.0.pupils_junior": 1}, ["小学", "初中"]),
    ],
)
def test_campuses_add_up_section_by_section(change: dict[str, Any], sections: list[str]) -> None:
    assert [one.values["who"][-2:] for one in said("campus_pupils_differ", change)] == sections


@pytest.mark.parametrize(
    ("change", "speaks"),
    [
        ({"money.0.equipment_value_yuan": 40_000_000.0}, False),
        ({"money.0.equipment_value_yuan": 40_000_001.0}, True),
        ({"money.0.equipment_value_yuan": 0.0}, False),
        ({"money.0.equipment_value_yuan": None}, False),
        ({"money.0.equipment_value_yuan": 12e9, "sections.0.pupils": None}, False),
        ({"money.0.equipment_value_yuan": 12e9, "sections.0.pupils": 0}, False),
        ({"money.0.equipment_value_yuan": 12e9, "sections.0": None}, False),
        ({"money.0.equipment_value_yuan": 60_000_000.0, "money.0.school_code": B}, True),
        ({"money.0.equipment_value_yuan": 50_000_000.0, "money.0.school_code": B}, False),
        ({"money.0.equipment_value_yuan": 60_000_000.0, "money.0.school_code": B, "sections.2.pupils": None}, False),
    ],
)
def test_equipment_is_compared_with_all_pupils_of_the_school(change: dict[str, Any], speaks: bool) -> None:
    assert bool(said("equipment_per_pupil_implausible", change)) is speaks


def test_equipment_says_whose_limit_it_is() -> None:
    (finding,) = said(
        "equipment_per_pupil_implausible", {"money.0.equipment_value_yuan": 12e9, "sections.0.pupils": 486}
    )
    assert "生均 24691358.02 元" in finding.what("zh")
    assert "100000 元（本系统的合理性设定，不是法定标准）" in finding.rule("zh")
    assert "not law" in finding.rule("en")
