"""A new initial password ends every session and the old password."""

import pytest
from django.test import Client

from junheng.web.accounts.actions.reset_password import reset_password
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


def test_the_old_one_and_its_sessions_are_gone(staff: People, sign_in: SignIn, client: Client) -> None:
    signed_in = staff.client("planner")
    user, password = reset_password(staff.actor("system_admin"), staff.users["planner"].pk)
    assert signed_in.get("/accounts/me/").status_code == 302
    assert sign_in(client, "planner").status_code == 200
    assert sign_in(client, "planner", password).status_code == 302
    assert client.get("/accounts/me/")["Location"] == "/accounts/password/change/"
    assert user.must_change_password


def test_not_ones_own_and_not_by_others(staff: People) -> None:
    with pytest.raises(Refusal):
        reset_password(staff.actor("system_admin"), staff.users["system_admin"].pk)
    with pytest.raises(NotAllowed):
        reset_password(staff.actor("security_admin"), staff.users["planner"].pk)
