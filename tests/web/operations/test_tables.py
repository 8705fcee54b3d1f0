"""Every table goes out as lines and comes back the same, ciphertext as ciphertext, wherever the site then lives."""

from pathlib import Path

from django.db import connection
from pytest_django import Settings

from junheng.web.accounts.models import User
from junheng.web.operations import tables
from junheng.web.portal.models import Edition


def test_a_table_comes_back_the_same(db: None) -> None:
    User.objects.create_user("u", "x", name="张三丰")
    before, written = tables.digest(User), list(tables.lines(User))
    tables.empty(User)
    assert tables.digest(User)[0] == 0
    tables.load(User, written)
    assert tables.digest(User) == before
    assert User.objects.get().name == "张三丰"
    tables.set_numbers_on()
    assert User.objects.create_user("next", "x").pk > User.objects.get(username="u").pk


def test_no_line_holds_a_name_in_the_clear(db: None) -> None:
    User.objects.create_user("u", "x", name="张三丰", phone="13800000000")
    written = "".join(tables.lines(User))
    assert "张三丰" not in written
    assert "13800000000" not in written


def test_paths_follow_the_site(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    Edition.objects.create(
        year=2025, standard="s", snapshot="h", snapshot_path=f"{tmp_path}/snapshots/x", synthetic=True, geometry={},
        expected={},
    )  # fmt: skip
    written = list(tables.lines(Edition))
    assert "{site}/snapshots/x" in written[0]
    tables.empty(Edition)
    tables.load(Edition, written, Path("/elsewhere"))
    assert Edition.objects.get().snapshot_path == "/elsewhere/snapshots/x"


def test_all_tables_but_the_sessions_are_kept(db: None) -> None:
    kept = {one._meta.db_table for one in tables.tables()}
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    assert there - kept == {"django_migrations", "django_session"}
