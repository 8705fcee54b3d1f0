"""The database is set up so that writers queue, and migrations are up to date."""

from io import StringIO

import pytest
from django.core.management import call_command

from junheng.web.settings import base
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
