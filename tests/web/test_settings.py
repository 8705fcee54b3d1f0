"""The database is set up so that writers queue, and migrations are up to date."""

from io import StringIO

import pytest
from django.core.management import call_command

from junheng.web.settings import base


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
