"""Unlocking is a power of its own and is recorded when it did something."""

import pytest
from django.test import Client

from junheng.web.accounts.actions.unlock_account import unlock_account
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


def test_failures_are_forgotten(staff: People, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "planner", "wrong")
    admin, user = staff.actor("security_admin"), staff.users["planner"]
    assert unlock_account(admin, user.pk) > 0
    assert unlock_account(admin, user.pk) == 0
    assert Event.objects.filter(verb="account.unlock").count() == 1


def test_not_by_others(staff: People) -> None:
    with pytest.raises(NotAllowed):
        unlock_account(staff.actor("system_admin"), staff.users["planner"].pk)
