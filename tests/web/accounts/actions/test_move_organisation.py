"""A school moves with everything below."""

import pytest
from django.http import Http404

from junheng.web.accounts.actions.move_organisation import move_organisation
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, SCHOOLS, People


def test_paths_of_everything_below_follow(staff: People) -> None:
    campus = Organisation.objects.create(
        kind=Kind.CAMPUS, code="2141000001-01", name="东校区", parent=staff.places[SCHOOLS[0]]
    )
    move_organisation(staff.actor("system_admin"), SCHOOLS[0], to=OTHER_COUNTY, was=COUNTY)
    campus.refresh_from_db()
    assert campus.path == "410100/410122/2141000001/2141000001-01/"
    reviewer = staff.actor("other_reviewer")
    assert SCHOOLS[0] in {one.code for one in Organisation.objects.seen_by(reviewer, "report.see")}
    reviewer = staff.actor("county_reviewer")
    assert SCHOOLS[0] not in {one.code for one in Organisation.objects.seen_by(reviewer, "report.see")}
    assert Event.objects.get().before == "410100/410105/2141000001/"


def test_a_stale_page_and_a_wrong_place_move_nothing(staff: People) -> None:
    admin = staff.actor("system_admin")
    with pytest.raises(Stale):
        move_organisation(admin, SCHOOLS[0], to=OTHER_COUNTY, was=OTHER_COUNTY)
    for wrong in (CITY, SCHOOLS[1], SCHOOLS[0]):
        with pytest.raises(Refusal):
            move_organisation(admin, SCHOOLS[0], to=wrong, was=COUNTY)
    assert Event.objects.count() == 0


def test_for_others_it_is_not_there(staff: People) -> None:
    with pytest.raises(Http404):
        move_organisation(staff.actor("city_statistician"), SCHOOLS[0], to=OTHER_COUNTY, was=COUNTY)
