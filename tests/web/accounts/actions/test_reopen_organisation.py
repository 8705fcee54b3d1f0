"""A reopened school has its old code."""

import pytest
from django.http import Http404

from junheng.web.accounts.actions.close_organisation import close_organisation
from junheng.web.accounts.actions.reopen_organisation import reopen_organisation
from junheng.web.accounts.models import Organisation
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from tests.web.people import COUNTY, SCHOOLS, People


def test_it_is_as_before(staff: People) -> None:
    admin = staff.actor("system_admin")
    close_organisation(admin, SCHOOLS[0], reason="x")
    assert reopen_organisation(admin, SCHOOLS[0]).active
    reopen_organisation(admin, SCHOOLS[0])
    assert staff.actor("school_reporter").may("report.fill")
    assert Event.objects.filter(verb="organisation.reopen").count() == 1


def test_not_below_what_is_closed_and_not_by_others(staff: People) -> None:
    Organisation.objects.everything("a test").filter(code__in=[COUNTY, SCHOOLS[0]]).update(active=False)
    with pytest.raises(Refusal):
        reopen_organisation(staff.actor("system_admin"), SCHOOLS[0])
    with pytest.raises(Http404):
        reopen_organisation(staff.actor("planner"), SCHOOLS[0])
