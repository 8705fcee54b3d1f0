"""The database is set up so that writers queue, migrations are up to date, and forms come through the proxy."""

import runpy
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client

from junheng.web.settings import base, signing_in
from junheng.web.settings.city import pairs


def test_sqlite_keeps_writes_under_load() -> None:
    held = base.DATABASES["default"]
    assert held["CONN_MAX_AGE"] is None
    assert held["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert held["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in held["OPTIONS"]["init_command"]


@pytest.mark.django_db
def test_migrations_are_up_to_date() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_the_system_check_is_clean() -> None:
    out = StringIO()
    call_command("check", "--fail-level", "INFO", stdout=out)
    assert "no issues" in out.getvalue()


def test_numbers_of_the_city_are_pairs() -> None:
    assert pairs("") == {}
    assert pairs("school.pupils=60, value.open=0.2,") == {"school.pupils": 60, "value.open": 0.2}


@pytest.mark.parametrize("text", ["school.pupils", "school.pupils=many", "=", "a=1;b=2"])
def test_what_is_no_pair_stops_the_start(text: str) -> None:
    with pytest.raises(ValueError, match=r"=|float"):
        pairs(text)


@pytest.mark.django_db
def test_a_form_sent_by_https_through_the_proxy_is_the_sites_own(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    monkeypatch.setenv("JUNHENG_HTTPS", "1")
    settings.SECURE_PROXY_SSL_HEADER = runpy.run_path(str(signing_in.__file__))["SECURE_PROXY_SSL_HEADER"]
    said = {"host": "testserver", "x-forwarded-proto": "https", "origin": "https://testserver"}
    client = Client(enforce_csrf_checks=True, headers=said)
    page = client.get("/accounts/login/")
    given = {"csrfmiddlewaretoken": str(page.context["csrf_token"]), "login": "nobody", "password": "wrong"}
    assert client.post("/accounts/login/", given).status_code == 200
    settings.SECURE_PROXY_SSL_HEADER = None
    assert client.post("/accounts/login/", given).status_code == 403
