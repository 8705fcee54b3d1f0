"""A session ends half an hour after its last request, gets a new key at sign-in, and its cookie is guarded."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from junheng.web.accounts.wakefulness import SEEN
from tests.web.accounts.conftest import SignIn
from tests.web.people import People


def expires(client: Client) -> timedelta:
    return Session.objects.get(pk=client.cookies["sessionid"].value).expire_date - timezone.now()


def test_using_it_puts_the_end_off_at_most_once_a_minute(staff: People) -> None:
    client = staff.client("planner")
    session = client.session
    session[SEEN] -= 600
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=20))
    client.get("/accounts/me/")
    assert expires(client) > timedelta(minutes=29)
    with CaptureQueriesContext(connection) as asked:
        client.get("/accounts/me/")
    assert not [one for one in asked if one["sql"].startswith("UPDATE")]


def test_idle_for_half_an_hour_it_is_over(staff: People) -> None:
    assert site.SESSION_COOKIE_AGE == 1800
    client = staff.client("planner")
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/accounts/me/")["Location"].startswith("/accounts/login/")


def test_signing_in_changes_the_key_and_guards_the_cookie(staff: People, sign_in: SignIn, client: Client) -> None:
    session = client.session
    session["x"] = 1
    session.save()
    before = client.cookies["sessionid"].value
    sign_in(client, "planner")
    cookie = client.cookies["sessionid"]
    assert cookie.value != before
    assert not Session.objects.filter(pk=before).exists()
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]


def test_signing_out_destroys_it(staff: People, sign_in: SignIn, client: Client) -> None:
    sign_in(client, "planner")
    key = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    assert not Session.objects.filter(pk=key).exists()


@pytest.mark.parametrize(("https", "expected"), [("1", "True True"), ("0", "False False"), ("", "False False")])
def test_with_https_cookies_travel_by_https_alone(https: str, expected: str) -> None:
    code = "from junheng.web.settings import signing_in as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    environment = {**os.environ, "JUNHENG_HTTPS": https}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    assert said.stdout.strip() == expected
