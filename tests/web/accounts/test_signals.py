"""What happens at the door is in the chain, and nothing that should not be."""

import json

import pytest
from django.test import Client

from junheng.web.accounts.models import User
from junheng.web.audit.models import Event
from tests.web.accounts.conftest import SignIn
from tests.web.people import PASSWORD, People


def verbs() -> list[str]:
    return list(Event.objects.values_list("verb", flat=True))


def test_signing_in_and_out_is_recorded_with_the_address(staff: People, sign_in: SignIn, client: Client) -> None:
    answer = sign_in(client, "planner")
    assert answer.status_code == 302
    assert answer["Location"] == "/desk/"
    client.post("/accounts/logout/")
    events = list(Event.objects.all())
    assert [one.verb for one in events] == ["sign_in", "sign_out"]
    assert {one.username for one in events} == {"planner"}
    assert {one.ip for one in events} == {"127.0.0.1"}
    assert client.get("/desk/").status_code == 302


def test_a_failure_names_the_account_but_never_what_was_typed(staff: People, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "planner", "my-real-passw0rd")
    sign_in(client, "my-real-passw0rd", "planner")
    assert verbs() == ["sign_in.failed", "sign_in.failed"]
    first, second = Event.objects.all()
    assert first.target == f"user:{staff.users['planner'].pk}"
    assert second.target == "user:unknown"
    assert "my-real" not in json.dumps(list(Event.objects.values()), default=str)


def test_a_new_password_is_recorded_and_ends_the_duty(staff: People, client: Client, sign_in: SignIn) -> None:
    user = staff.users["planner"]
    User.objects.filter(pk=user.pk).update(must_change_password=True)
    sign_in(client, "planner")
    new = "a-quite-other-one-7"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    user.refresh_from_db()
    assert user.must_change_password is False
    assert "password.change" in verbs()
    assert new not in json.dumps(list(Event.objects.values()), default=str)


@pytest.mark.django_db
def test_the_test_clients_shortcut_is_nobody_signing_in(staff: People) -> None:
    staff.client("planner")
    assert verbs() == []
