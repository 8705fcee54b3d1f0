"""No name, identity number or reason is anywhere in plain: database, store, log of deeds, jobs, public pages."""

import sqlite3
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from junheng.web.operations.tables import lines, tables
from junheng.web.personnel.models import Exclusion, Publication, Teacher
from tests.web.personnel.ground import IDENTITY, NAMES

SECRETS = (*NAMES, IDENTITY, "产假")


def test_what_is_written_down_holds_no_person(publication: Publication) -> None:
    """Every row as a backup writes it, ciphertext and all, and every file of the store."""
    written = "".join(line for one in tables() for line in lines(one))
    assert "t1" in written
    assert [one for one in SECRETS if one in written] == []
    files = [one for one in (Path(settings.VAR) / "store").rglob("*") if one.is_file()]
    assert len(files) >= 3
    kept = b"".join(one.read_bytes() for one in files).decode()
    assert [one for one in SECRETS if one in kept] == []
    assert ",t1," in kept or "t1," in kept


def test_the_bytes_of_the_database_hold_no_person(publication: Publication) -> None:
    if connection.vendor != "sqlite":
        return
    driver: Any = connection.connection
    assert isinstance(driver, sqlite3.Connection)
    held = driver.serialize()
    assert b"t1" in held
    assert [one for one in SECRETS if one.encode() in held] == []


def test_who_may_reads_them_again(publication: Publication) -> None:
    first = Teacher.objects.everything("test").get(code="t1")
    assert (first.name, first.identity) == (NAMES[0], IDENTITY)
    assert Exclusion.objects.everything("test").get().reason == "产假"
