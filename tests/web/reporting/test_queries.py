"""Queries keep to the reach of whoever asks."""

import pytest
from django.http import Http404

from junheng.web.reporting import queries
from junheng.web.reporting.lifecycle import Note, move
from tests.web.people import OTHER_SCHOOL, SCHOOLS
from tests.web.reporting.conftest import City


def test_out_of_reach_is_not_there(city: City) -> None:
    version = city.confirmed()
    other = city.actor("other_reporter")
    with pytest.raises(Http404):
        queries.submission_of(other, version.submission_id)
    with pytest.raises(Http404):
        queries.version_of(other, version.submission_id, 1)
    assert [one.organisation.code for one in queries.mine(other)] == [OTHER_SCHOOL]
    assert queries.board_counts(other, city.round).keys() == {"410100/410122/"}


def test_remarks_are_those_of_the_last_return(city: City) -> None:
    city.confirmed()
    held = move(city.actor(), city.submission().pk, "submit", revision=2)
    assert queries.remarks_due(held) == []
    held = move(city.actor("county_reviewer"), held.pk, "return", revision=3, remarks=[Note("错")])
    assert [one.text for one in queries.remarks_due(held)] == ["错"]


def test_the_role_of_who_made_it(city: City) -> None:
    version = city.confirmed()
    assert queries.role_of(version).zh == "学校填报员"
    version.made_by_id = None
    assert queries.role_of(version).zh == "系统"
    version.made_by_id = city.people.users["other_reporter"].pk
    assert queries.role_of(version).zh == "已离任人员"


def test_filters_of_the_board(city: City) -> None:
    actor = city.actor("city_statistician")
    found = queries.board(actor, city.round, county="410122", kind="school")
    assert [one.organisation.code for one in found] == [OTHER_SCHOOL]
    assert [one.organisation.code for one in queries.board(actor, city.round, text=SCHOOLS[1])] == [SCHOOLS[1]]
    assert queries.snapshot_path(2025) == ""
