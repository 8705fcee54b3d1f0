"""Before a site goes live each missing thing is named with the way to mend it."""

import json
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from junheng.web.accounts.models import User
from junheng.web.operations.deploy import duties
from tests.web.people import People


def undone() -> set[str]:
    return {one.id for one in duties() if not one.done}


@pytest.fixture
def ready(staff: People, settings: Settings, tmp_path: Path) -> People:
    from allauth.mfa.models import Authenticator

    settings.VAR = tmp_path
    settings.SECRET_KEY = "k" * 64
    settings.ALLOWED_HOSTS = ["junheng.example.cn"]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.JUNHENG_SECOND_FACTOR = settings.JUNHENG_SEAL_AUDIT = True
    settings.DEBUG = settings.JUNHENG_DEMO = False
    for name in ("secret.key", "keys/data.key"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch(mode=0o600)
    (tmp_path / "last-backup.json").write_text(json.dumps({"made": timezone.now().isoformat()}))
    for role in ("system_admin", "security_admin", "audit_admin"):
        Authenticator.objects.create(user=staff.users[role], type="totp", data={})
    return staff


def test_a_site_that_is_ready_lacks_nothing_of_ours(ready: People) -> None:
    assert {one for one in undone() if "." not in one} == set()


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("DEBUG", True, "debug"),
        ("SECRET_KEY", "short", "secret_key"),
        ("ALLOWED_HOSTS", ["*"], "hosts"),
        ("ALLOWED_HOSTS", ["127.0.0.1", "localhost"], "hosts"),
        ("SESSION_COOKIE_SECURE", False, "https"),
        ("JUNHENG_SECOND_FACTOR", False, "second_factor"),
        ("JUNHENG_DEMO", True, "no_demo"),
        ("JUNHENG_SEAL_AUDIT", False, "sealed"),
    ],
)
def test_what_is_missing_is_named(ready: People, settings: Settings, name: str, value: object, named: str) -> None:
    setattr(settings, name, value)
    assert named in undone()


def test_a_key_that_others_can_read_is_named(ready: People, tmp_path: Path) -> None:
    (tmp_path / "keys" / "data.key").chmod(0o644)
    assert "data_key" in undone()


def test_a_demo_account_and_an_administrator_without_a_password_of_once_are_named(ready: People) -> None:
    User.objects.create_user("demo", "x", demo=True)
    ready.users["audit_admin"].authenticator_set.all().delete()  # type: ignore[attr-defined]
    assert {"no_demo", "administrators"} <= undone()


def test_no_backup_is_named(ready: People, tmp_path: Path) -> None:
    (tmp_path / "last-backup.json").unlink()
    assert "backup" in undone()


def test_every_duty_says_how_to_mend_it_in_both_languages(ready: People) -> None:
    assert all(one.mend.zh and one.mend.en for one in duties())
