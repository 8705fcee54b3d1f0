"""A token does what it may and its owner may, while both live."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from junheng.web.accounts.models import Appointment, User
from junheng.web.api.models import Token
from tests.web.api.conftest import Key
from tests.web.people import People


def test_it_is_narrower_than_its_owner(client: Client, staff: People, key: Key) -> None:
    headers = key("city_statistician", "report.see")
    assert client.get("/api/v1/account", headers=headers).json()["scopes"] == ["report.see"]
    assert client.post("/api/v1/submissions/1/approve", headers=headers).status_code == 403


def test_it_loses_what_its_owner_loses(client: Client, staff: People, key: Key) -> None:
    headers = key("city_statistician")
    Appointment.objects.filter(user=staff.users["city_statistician"]).update(
        since="2020-01-01", until=timezone.localdate() - timedelta(days=1)
    )
    assert client.get("/api/v1/rounds", headers=headers).status_code == 403


@pytest.mark.parametrize("fault", ["expired", "revoked", "closed"])
def test_dead_tokens_open_nothing(client: Client, staff: People, key: Key, fault: str) -> None:
    headers, now = key("city_statistician"), timezone.now()
    if fault == "closed":
        user = staff.users["city_statistician"]
        user.is_active = False
        user.save()
    else:
        Token.objects.update(**{"expires" if fault == "expired" else "revoked": now})
    assert client.get("/api/v1/account", headers=headers).status_code == 401


def test_a_session_opens_nothing(staff: People) -> None:
    assert staff.client("city_statistician").get("/api/v1/rounds").status_code == 401


def test_who_has_the_initial_password_has_no_programs(client: Client, staff: People, key: Key) -> None:
    headers = key("planner")
    User.objects.filter(username="planner").update(must_change_password=True)
    answer = client.get("/api/v1/account", headers={**headers, "Accept-Language": "en"})
    assert (answer.status_code, "initial password" in answer.json()["detail"]) == (403, True)
    assert "初始密码" in client.get("/api/v1/account", headers=headers).json()["detail"]


def test_who_lacks_the_second_factor_has_no_programs(
    client: Client, staff: People, key: Key, settings: Settings
) -> None:
    headers = key("city_statistician")
    settings.JUNHENG_SECOND_FACTOR = True
    answer = client.get("/api/v1/rounds", headers=headers)
    assert (answer.status_code, "动态口令" in answer.json()["detail"]) == (403, True)
    Authenticator.objects.create(user=staff.users["city_statistician"], type="totp", data={})
    assert client.get("/api/v1/rounds", headers=headers).status_code == 200
