"""Setting one way to raise indicators."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.models import Lever
from tests.web.people import CITY, COUNTY, SCHOOLS, People
from tests.web.workbench.remedy.ground import TRAINED

pytestmark = pytest.mark.django_db


def test_a_row_is_made_with_its_event_and_the_next_changes_nothing_of_it(staff: People) -> None:
    planner = staff.actor("planner")
    first = set_lever(planner, CITY, TRAINED)
    second = set_lever(planner, CITY, {**TRAINED, "yuan": "7000"})
    first.refresh_from_db()
    assert (first.said["yuan"], second.said["yuan"], first.synthetic) == (6000, 7000, False)
    event = Event.objects.get(verb="lever.set", target=f"lever:{second.pk}")
    assert (event.after["means"], event.after["yuan"]) == ("train", 7000)


def test_who_may_not_and_places_that_have_none(staff: People) -> None:
    for role, place in (("inspector", COUNTY), ("county_reviewer", COUNTY), ("planner", SCHOOLS[0])):
        with pytest.raises(Http404):
            set_lever(staff.actor(role), place, TRAINED)
    with pytest.raises(Refusal, match="没有写依据"):
        set_lever(staff.actor("planner"), CITY, {**TRAINED, "source": ""})
    assert not Lever.objects.everything("test").exists()
