"""Templates filled in for one unit: what goes out comes back unchanged."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import Http404

from junheng.facts import read_files
from junheng.web.reporting.changes import values_of
from junheng.web.reporting.filled_template import FILLINGS, filled_template, identity, offered
from tests.web import tiny
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import facts_of


@pytest.mark.parametrize("filling", ["row-now", "form-now"])
def test_what_was_reported_comes_back(city: City, tmp_path: Path, filling: str) -> None:
    city.confirmed()
    path = filled_template(city.submission(), filling, tmp_path)
    assert values_of(read_files([path], year=2025).facts) == values_of(facts_of(SCHOOLS[0]))


def test_last_years_values_stand_under_this_year(city: City, tmp_path: Path) -> None:
    tiny.snapshot(Path(settings.VAR) / "snapshots", 2024)
    path = filled_template(city.submission(SCHOOLS[1]), "form-last", tmp_path)
    facts = read_files([path], year=2025).facts
    assert facts["sections"].select("school_code", "pupils").row(0) == (SCHOOLS[1], 520)


def test_a_blank_one_says_only_who(city: City) -> None:
    own = city.people.places[SCHOOLS[0]]
    assert set(values_of(identity(own, 2025))) == {
        ("schools", "", name) for name in ("school_name", "school_type", "county_code")
    }


def test_only_those_of_its_kind(city: City, tmp_path: Path) -> None:
    assert [one.id for one in FILLINGS.values() if one.for_kind("county")] == ["county", "county-last", "county-now"]
    with pytest.raises(Http404):
        filled_template(city.submission(), "county", tmp_path)


def test_only_what_has_something_to_give_is_offered_fullest_first(city: City) -> None:
    assert {one.source for one in offered(city.submission())} == {"blank"}
    tiny.snapshot(Path(settings.VAR) / "snapshots", 2024)
    assert [one.source for one in offered(city.submission())] == ["last", "blank", "blank"]
    city.confirmed()
    assert [one.id for one in offered(city.submission())] == ["form-now", "row-now", "form-last", "form", "row"]
