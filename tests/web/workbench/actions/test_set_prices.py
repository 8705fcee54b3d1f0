"""Setting unit costs."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import PriceList
from tests.web.people import CITY, COUNTY, SCHOOLS, People
from tests.web.workbench.remedy.ground import FULL

pytestmark = pytest.mark.django_db


def test_a_list_is_made_with_its_event_and_the_next_changes_nothing_of_it(staff: People) -> None:
    planner = staff.actor("planner")
    first = set_prices(planner, CITY, FULL)
    second = set_prices(planner, CITY, {**FULL, "add_L4": "4000"})
    first.refresh_from_db()
    assert first.prices["add"]["L4"]["yuan"] == 3500
    assert second.prices["add"]["L4"]["yuan"] == 4000
    assert not first.synthetic
    event = Event.objects.get(verb="prices.set", target=f"price_list:{second.pk}")
    assert event.after["prices"] == second.prices


def test_who_may_not_and_places_that_have_no_prices(staff: People) -> None:
    for role, place in (("inspector", COUNTY), ("county_reviewer", COUNTY), ("planner", SCHOOLS[0])):
        with pytest.raises(Http404):
            set_prices(staff.actor(role), place, FULL)
    assert not PriceList.objects.everything("test").exists()


def test_a_wrong_form_is_refused_whole(staff: People) -> None:
    with pytest.raises(Refusal) as refused:
        set_prices(staff.actor("planner"), CITY, {**FULL, "add_L1": "x", "add_L4_source": ""})
    assert refused.value.status == 422
    assert "增加高学历教师" in refused.value.why.zh
    assert "增加教学用房" in refused.value.why.zh
    assert not PriceList.objects.everything("test").exists()
