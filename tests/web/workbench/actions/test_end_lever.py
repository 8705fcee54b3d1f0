"""Ending one way to raise indicators."""

from datetime import date

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.workbench.actions.end_lever import end_lever
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.remedy.levers import levers_in_force
from junheng.web.workbench.remedy.queries import levers_of
from tests.web.people import CITY, COUNTY, People
from tests.web.workbench.remedy.ground import TRAINED

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def test_a_county_ends_for_itself_what_the_city_has(staff: People) -> None:
    planner = staff.actor("planner")
    set_lever(planner, CITY, TRAINED)
    ended = end_lever(planner, COUNTY, "train", "L1", DAY)
    held = {code: levers_in_force(levers_of(staff.places[code]), DAY) for code in (CITY, COUNTY)}
    assert [len(held[one]) for one in (CITY, COUNTY)] == [1, 0]
    assert Event.objects.filter(verb="lever.end", target=f"lever:{ended.pk}").exists()


def test_what_is_not_there_or_out_of_reach_is_not_ended(staff: People) -> None:
    set_lever(staff.actor("planner"), CITY, TRAINED)
    for role, place, day in (("planner", CITY, date(2019, 1, 1)), ("inspector", CITY, DAY), ("planner", "999999", DAY)):
        with pytest.raises(Http404):
            end_lever(staff.actor(role), place, "train", "L1", day)
