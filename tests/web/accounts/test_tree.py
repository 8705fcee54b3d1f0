"""The rules of the tree."""

import pytest

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.tree import check_code, check_place, city_code, clean_name, known_type, settle_below
from junheng.web.kit.refusal import Refusal
from tests.web.people import CITY, COUNTY, SCHOOLS, People


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.CITY, "410100"),
        (Kind.COUNTY, "ZDXQ"),
        (Kind.COUNTY, "410105"),
        (Kind.SCHOOL, "2141000001"),
        (Kind.CAMPUS, "2141000001"),
        (Kind.CAMPUS, "2141000001-07"),
    ],
)
def test_codes_of_their_level_pass(kind: Kind, code: str) -> None:
    check_code(kind, code)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.CITY, "410200"),
        (Kind.COUNTY, "410100"),
        (Kind.COUNTY, "zdxq"),
        (Kind.SCHOOL, "2141000001-07"),
        (Kind.SCHOOL, "21410000011"),
        (Kind.SCHOOL, ""),
        (Kind.CAMPUS, "2141000001-7"),
        (Kind.SCHOOL, "214100000%"),
        (Kind.SCHOOL, "2141000001\n"),
        (Kind.SCHOOL, "٢١٤١٠٠٠٠٠١"),
    ],
)
def test_other_codes_do_not(kind: Kind, code: str) -> None:
    with pytest.raises(Refusal):
        check_code(kind, code)


def test_each_level_stands_below_the_one_before(staff: People) -> None:
    check_place(Kind.CITY, None)
    check_place(Kind.SCHOOL, staff.places[COUNTY])
    for kind, above in ((Kind.SCHOOL, CITY), (Kind.COUNTY, COUNTY), (Kind.CAMPUS, COUNTY), (Kind.SCHOOL, SCHOOLS[0])):
        with pytest.raises(Refusal):
            check_place(kind, staff.places[above])
    with pytest.raises(Refusal):
        check_place(Kind.COUNTY, None)
    with pytest.raises(Refusal):
        check_place(Kind.CITY, staff.places[CITY])


def test_nothing_is_put_below_what_is_closed(staff: People) -> None:
    county = staff.places[COUNTY]
    county.active = False
    with pytest.raises(Refusal, match="已关闭"):
        check_place(Kind.SCHOOL, county)


def test_paths_below_follow_and_only_those_below(staff: People) -> None:
    assert settle_below("410100/410105/", "410100/410122/410105/") == len(SCHOOLS)
    paths = set(Organisation.objects.everything("a test").values_list("path", flat=True))
    assert "410100/410122/410105/2141000001/" in paths
    assert "410100/410122/2141000009/" in paths
    assert "410100/410105/" in paths


def test_names_and_types() -> None:
    assert clean_name("  育才  小学 ") == "育才 小学"
    assert known_type("211") == "211"
    assert known_type("") == ""
    for wrong in ("", "   ", "长" * 201):
        with pytest.raises(Refusal):
            clean_name(wrong)
    with pytest.raises(Refusal):
        known_type("000")
    assert city_code() == "410100"
