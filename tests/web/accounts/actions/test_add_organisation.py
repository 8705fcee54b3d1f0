"""One organisation is added where it belongs."""

import pytest
from django.http import Http404

from junheng.web.accounts.actions.add_organisation import add_organisation
from junheng.web.accounts.models import Kind
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import COUNTY, SCHOOLS, People


def test_a_school_is_added_and_recorded(staff: People) -> None:
    made = add_organisation(
        staff.actor("system_admin"), kind=Kind.SCHOOL, code="2141000077", name=" 新 校 ", parent=COUNTY
    )
    assert (made.path, made.name, made.active) == ("410100/410105/2141000077/", "新 校", True)
    event = Event.objects.get()
    assert (event.verb, event.target, event.path) == ("organisation.add", "organisation:2141000077", made.path)


def test_a_taken_code_a_wrong_place_and_a_closed_parent_are_refused(staff: People) -> None:
    admin = staff.actor("system_admin")
    for code, parent in ((SCHOOLS[0], COUNTY), ("2141000077", SCHOOLS[0]), ("77", COUNTY)):
        with pytest.raises(Refusal):
            add_organisation(admin, kind=Kind.SCHOOL, code=code, name="新校", parent=parent)
    with pytest.raises(Http404):
        add_organisation(admin, kind=Kind.SCHOOL, code="2141000077", name="新校", parent="999999")
    assert Event.objects.count() == 0


@pytest.mark.parametrize("role", ["city_statistician", "security_admin", "school_reporter"])
def test_others_add_nothing(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        add_organisation(staff.actor(role), kind=Kind.SCHOOL, code="2141000077", name="新校", parent=COUNTY)
