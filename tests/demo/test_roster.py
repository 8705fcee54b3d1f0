import re

import pytest

from junheng.demo.kinds import KINDS
from junheng.demo.profiles import profiles
from junheng.demo.roster import MARKER, schools
from junheng.demo.school import School
from junheng.facts.codes import code_list

EVERYONE = schools(2023, 1.0)


def test_codes_are_valid_unique_and_in_the_invented_range() -> None:
    codes = [one.code for one in EVERYONE]
    assert len(set(codes)) == len(codes) > 1600
    assert all(re.fullmatch(r"(21|31|34|51)419\d{5}", code) for code in codes)


def test_names_are_unique_and_say_that_they_are_invented() -> None:
    names = [one.name for one in EVERYONE]
    assert len(set(names)) == len(names)
    assert all(MARKER in name for name in names)


def test_every_name_begins_with_its_area() -> None:
    areas = code_list("managing_bodies").codes
    assert all(one.name.startswith(areas[one.county].zh) for one in EVERYONE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_school_is_there(kind: str) -> None:
    assert any(one.kind.id == kind for one in EVERYONE)


def test_types_zones_and_prefixes_are_on_the_code_lists() -> None:
    for one in EVERYONE:
        assert one.kind.type in code_list("school_types").codes
        assert one.zone in code_list("urban_rural").codes
        assert one.code.startswith(one.kind.prefix)


def test_a_school_that_is_not_counted_has_a_counted_parent_in_its_area() -> None:
    known = {one.code: one for one in EVERYONE}
    merged = [one for one in EVERYONE if one.parent]
    assert len(merged) == 10
    for one in merged:
        parent = known[str(one.parent)]
        assert (parent.county, parent.parent, parent.kind.id) == (one.county, None, "primary")


def test_private_boarding_and_two_campus_schools_exist() -> None:
    assert {one.kind.id for one in EVERYONE if one.private} >= {"primary", "junior", "nine_year", "twelve_year"}
    assert any(one.boarding for one in EVERYONE)
    assert {one.kind.id for one in EVERYONE if one.campuses == 2} == {"nine_year"}


def test_new_schools_open_in_the_areas_that_grow_fastest() -> None:
    fastest = sorted(profiles().values(), key=lambda one: -one.drift)[:2]
    late = [one for one in EVERYONE if one.opened > 2023]
    assert {one.county for one in late} == {one.county for one in fastest}
    assert sorted(one.opened for one in late) == [2024, 2024, 2025, 2025]
    assert all(one.founded == one.opened for one in late)


def test_inner_areas_have_no_villages() -> None:
    def rural(some: School) -> bool:
        return some.rural

    assert not any(map(rural, (one for one in EVERYONE if profiles()[one.county].setting == "inner")))
    assert any(map(rural, (one for one in EVERYONE if one.county == "410185")))


def test_the_same_seed_gives_the_same_schools_and_another_one_others() -> None:
    assert schools(2023, 0.03) == schools(2023, 0.03)
    assert schools(2023, 0.03) != schools(2024, 0.03)
