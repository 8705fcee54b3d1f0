"""Ending a role works at once, is reasoned, and never leaves a power without a holder."""

import pytest

from junheng.web.accounts.actions.end_role import end_role
from junheng.web.accounts.actions.grant_role import grant_role
from junheng.web.accounts.models import Appointment, User
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import CITY, People


def held(staff: People, role: str) -> Appointment:
    return Appointment.objects.get(user=staff.users[role])


def test_it_ends_at_once_and_stays_on_record(staff: People) -> None:
    end_role(staff.actor("security_admin"), held(staff, "planner").pk, reason="调岗")
    assert staff.actor("planner").grants == ()
    assert held(staff, "planner").until is not None
    assert Event.objects.get().reason == "调岗"


def test_twice_is_once(staff: People) -> None:
    for _at in range(2):
        end_role(staff.actor("security_admin"), held(staff, "planner").pk, reason="调岗")
    assert Event.objects.count() == 1


def test_not_without_reason_not_ones_own_not_by_others(staff: People) -> None:
    with pytest.raises(Refusal):
        end_role(staff.actor("security_admin"), held(staff, "planner").pk, reason=" ")
    with pytest.raises(NotAllowed):
        end_role(staff.actor("security_admin"), held(staff, "security_admin").pk, reason="x")
    with pytest.raises(NotAllowed):
        end_role(staff.actor("system_admin"), held(staff, "planner").pk, reason="x")
    assert Event.objects.count() == 0


@pytest.mark.parametrize("power", ["system_admin", "audit_admin"])
def test_the_last_holder_of_a_power_stays(staff: People, power: str) -> None:
    with pytest.raises(Refusal, match="最后一位"):
        end_role(staff.actor("security_admin"), held(staff, power).pk, reason="x")
    second = User.objects.create_user("second", "x")
    grant_role(staff.actor("security_admin"), second.pk, role=power, organisation=CITY)
    end_role(staff.actor("security_admin"), held(staff, power).pk, reason="x")
    assert staff.actor(power).grants == ()
