"""Switched off is off at once."""

import pytest

from junheng.web.accounts.actions.activate_account import activate_account
from junheng.web.accounts.actions.deactivate_account import deactivate_account
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People


def test_its_sessions_end_at_once(staff: People) -> None:
    client = staff.client("planner")
    assert client.get("/accounts/me/").status_code == 200
    deactivate_account(staff.actor("system_admin"), staff.users["planner"].pk, reason="离职")
    assert client.get("/accounts/me/").status_code == 302
    assert Event.objects.get().reason == "离职"


def test_not_oneself_not_without_reason_not_the_last_of_a_power(staff: People) -> None:
    admin = staff.actor("system_admin")
    for who, reason in (("system_admin", "x"), ("planner", ""), ("audit_admin", "x"), ("security_admin", "x")):
        with pytest.raises(Refusal):
            deactivate_account(admin, staff.users[who].pk, reason=reason)
    assert Event.objects.count() == 0


@pytest.mark.parametrize("role", ["security_admin", "planner"])
def test_others_switch_nobody_off_or_on(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        deactivate_account(staff.actor(role), staff.users["finance"].pk, reason="x")
    with pytest.raises(NotAllowed):
        activate_account(staff.actor(role), staff.users["finance"].pk)
