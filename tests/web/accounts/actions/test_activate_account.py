"""Switched on again, once."""

from django.test import Client

from junheng.web.accounts.actions.activate_account import activate_account
from junheng.web.accounts.actions.deactivate_account import deactivate_account
from junheng.web.audit.models import Event
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


def test_an_account_signs_in_again(staff: People, sign_in: SignIn, client: Client) -> None:
    admin, user = staff.actor("system_admin"), staff.users["planner"]
    deactivate_account(admin, user.pk, reason="x")
    assert sign_in(client, "planner").status_code == 200
    activate_account(admin, user.pk)
    activate_account(admin, user.pk)
    assert sign_in(client, "planner").status_code == 302
    assert Event.objects.filter(verb="account.activate").count() == 1
