"""Paths are made of codes, and look-ups of telephones."""

import pytest

from junheng.web.accounts.models import Appointment, Kind, Organisation, User
from junheng.web.kit.crypto import keyed
from tests.web.people import COUNTY, People


def test_a_path_is_the_codes_from_the_city_down(staff: People) -> None:
    campus = Organisation.objects.create(
        kind=Kind.CAMPUS, code="2141000001-01", name="东校区", parent=staff.places["2141000001"]
    )
    assert campus.path == "410100/410105/2141000001/2141000001-01/"
    assert str(staff.places[COUNTY]) == "金水区 410105"


@pytest.mark.django_db
def test_a_telephone_is_found_by_its_key_and_forgotten_with_it() -> None:
    user = User.objects.create_user("somebody", "x", phone="13800001234")
    assert user.phone_lookup == keyed("person.phone", "13800001234")
    user.phone = ""
    user.save()
    assert user.phone_lookup == ""
    assert str(user) == "somebody"


def test_an_appointment_says_who_what_where(staff: People) -> None:
    held = Appointment.objects.get(user=staff.users["planner"])
    assert str(held) == f"{held.user_id} planner {held.organisation_id}"
