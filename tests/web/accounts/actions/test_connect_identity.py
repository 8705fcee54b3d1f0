"""A subject belongs to one account, as the administrator says."""

import pytest

from junheng.web.accounts.actions.connect_identity import connect_identity
from junheng.web.accounts.queries import identity_of
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People


def test_connect_change_and_take_away(staff: People) -> None:
    admin, user = staff.actor("system_admin"), staff.users["planner"].pk
    for subject in ("person-1", "person-2", ""):
        connect_identity(admin, user, f" {subject} ")
        assert identity_of(user) == subject
    assert Event.objects.filter(verb="account.identity").count() == 3
    assert "person-" not in str(list(Event.objects.values()))


def test_not_two_accounts_not_ones_own_not_by_others(staff: People) -> None:
    admin = staff.actor("system_admin")
    connect_identity(admin, staff.users["planner"].pk, "abc-1")
    for user, subject in (("finance", "abc-1"), ("system_admin", "abc-2"), ("finance", "x" * 192)):
        with pytest.raises(Refusal):
            connect_identity(admin, staff.users[user].pk, subject)
    with pytest.raises(NotAllowed):
        connect_identity(staff.actor("security_admin"), staff.users["finance"].pk, "abc-3")
