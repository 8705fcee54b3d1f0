"""What is known of a unit already."""

from pathlib import Path

from pytest_django import Settings

from junheng.web.reporting.earlier import current_facts, facts_of, last_year
from tests.web import tiny
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book


def test_the_current_version_is_read_again(city: City) -> None:
    assert current_facts(city.submission()) is None
    version = city.confirmed(book(rooms__books=77))
    facts = facts_of(version, city.submission())
    assert facts["rooms"]["books"].to_list() == [77]


def test_last_year_is_the_unit_alone_in_the_locked_snapshot(city: City, settings: Settings) -> None:
    assert last_year(city.submission()) is None
    tiny.snapshot(Path(settings.VAR) / "snapshots", 2024)
    facts = last_year(city.submission(SCHOOLS[1]))
    assert facts is not None
    assert facts.year == 2024
    assert facts["sections"]["school_code"].to_list() == [SCHOOLS[1]]
    assert set(facts.cells["code"]) == {SCHOOLS[1]}
