"""Code lists: a code for every title, and what the rules need to know of a code."""

import pytest

from junheng.facts.codes import code_list, code_lists


@pytest.mark.parametrize("name", list(code_lists()))
def test_titles_lead_to_their_code(name: str) -> None:
    one = code_list(name)
    assert one.cite
    for code, text in one.codes.items():
        assert {one.code_of(code), one.code_of(text.zh), one.code_of(text.en)} == {code}
    assert len({text.zh for text in one.codes.values()}) == len(one.codes)


def test_a_label_that_is_not_there() -> None:
    assert code_list("sections").code_of("幼儿园") is None
    assert code_list("sections").code_of("") is None


def test_scopes_of_the_policy() -> None:
    bodies = code_list("managing_bodies")
    assert len(bodies.having("scopes", "inner_five")) == 5
    assert len(bodies.having("scopes", "three_zones")) == 3
    assert len(bodies.having("zone", True)) == 4


def test_development_zones_have_no_division_code() -> None:
    zones = set(code_list("managing_bodies").having("zone", True))
    assert not zones & set(code_list("divisions").codes)
    assert set(code_list("managing_bodies").codes) - zones <= set(code_list("divisions").codes)


def test_every_school_type_has_a_kind_and_every_place_a_zone() -> None:
    assert all("kind" in code_list("school_types").attributes[code] for code in code_list("school_types").codes)
    zones = {code_list("urban_rural").attributes[code]["zone"] for code in code_list("urban_rural").codes}
    assert zones == {"urban", "town", "rural"}


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        code_list("colours")
