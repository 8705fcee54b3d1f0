"""Closing leaves the past and ends the present."""

import pytest
from django.http import Http404

from junheng.web.accounts.actions.close_organisation import close_organisation
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from tests.web.people import CITY, COUNTY, SCHOOLS, People


def test_a_closed_school_gives_its_people_nothing_more(staff: People) -> None:
    assert staff.actor("school_reporter").may("report.fill")
    close_organisation(staff.actor("system_admin"), SCHOOLS[0], reason="并入二小")
    assert not staff.actor("school_reporter").may("report.fill")
    assert Event.objects.get().reason == "并入二小"


def test_twice_is_once(staff: People) -> None:
    for _at in range(2):
        close_organisation(staff.actor("system_admin"), SCHOOLS[0], reason="并入二小")
    assert Event.objects.count() == 1


def test_not_the_city_not_over_open_ones_not_without_a_reason(staff: People) -> None:
    for code, reason in ((CITY, "x"), (COUNTY, "x"), (SCHOOLS[0], "  ")):
        with pytest.raises(Refusal):
            close_organisation(staff.actor("system_admin"), code, reason=reason)
    assert Event.objects.count() == 0


def test_for_others_it_is_not_there(staff: People) -> None:
    with pytest.raises(Http404):
        close_organisation(staff.actor("security_admin"), SCHOOLS[0], reason="x")
