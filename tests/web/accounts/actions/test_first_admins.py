"""A new site begins with three administrators."""

import pytest

from junheng.web.accounts.actions.first_admins import first_admins
from junheng.web.accounts.models import Appointment, User
from junheng.web.kit.refusal import Refusal
from tests.web.people import People

pytestmark = pytest.mark.django_db


def test_three_people_with_three_powers_and_passwords_to_change() -> None:
    told = first_admins()
    assert set(told) == {"system-admin", "security-admin", "audit-admin"}
    assert len(set(told.values())) == 3
    for username, password in told.items():
        user = User.objects.get(username=username)
        assert user.check_password(password)
        assert user.must_change_password
        assert user.appointments.count() == 1
    assert set(Appointment.objects.values_list("role", flat=True)) == {"system_admin", "security_admin", "audit_admin"}


def test_only_once(staff: People) -> None:
    before = User.objects.count()
    with pytest.raises(Refusal):
        first_admins()
    assert User.objects.count() == before
