"""What is past its term goes, what is not decided stays, and it is on the record."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from junheng.web.accounts.models import User
from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.store import root
from junheng.web.operations.actions.retain import retain
from junheng.web.operations.jobs import enqueue
from junheng.web.operations.models import Job


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def _job(key: str, days: float) -> Job:
    return Job.objects.create(kind="k", key=key, ip="10.0.0.1", ended_at=timezone.now() - timedelta(days=days))


def test_nothing_is_touched_without_a_decision(db: None) -> None:
    _job("old", 9999)
    assert retain(SYSTEM) == {}
    assert Job.objects.get().ip == "10.0.0.1"
    assert not Event.objects.exists()


def test_addresses_go_on_the_day_after_the_term(db: None, tmp_path: Path) -> None:
    (tmp_path / "retention.yaml").write_text("operations.job: 30")
    _job("past", 30.1)
    _job("not yet", 29.9)
    Job.objects.create(kind="k", key="not over", ip="10.0.0.1")
    assert retain(SYSTEM) == {"operations.job": 1}
    assert dict(Job.objects.values_list("key", "ip")) == {"past": "", "not yet": "10.0.0.1", "not over": "10.0.0.1"}
    assert [(one.verb, one.target, one.after) for one in Event.objects.all()] == [
        ("retain.anonymise", "table:operations.job", {"rows": 1, "days": 30})
    ]
    assert retain(SYSTEM) == {}


def test_names_are_emptied_on_the_disk_too(db: None, tmp_path: Path) -> None:
    (tmp_path / "retention.yaml").write_text("accounts.user: 30")
    user = User.objects.create_user("u", "x", name="张三", phone="138", last_login=timezone.now() - timedelta(days=31))
    retain(SYSTEM)
    user.refresh_from_db()
    assert (user.name, user.phone, user.phone_lookup) == ("", "", "")


def test_sessions_that_ended_are_removed(db: None) -> None:
    from django.contrib.sessions.models import Session

    for key, hours in (("gone", -1), ("open", 1)):
        when = timezone.now() + timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=when)
    assert retain(SYSTEM) == {"sessions.session": 1}
    assert Session.objects.get().session_key == "open"


def test_drafts_of_dead_processes_are_cleared(db: None) -> None:
    root().mkdir(parents=True)
    old, new = root() / ".draft-old", root() / ".draft-new"
    for one in (old, new):
        one.write_bytes(b"x")
    os.utime(old, (time.time() - 90000,) * 2)
    retain(SYSTEM)
    assert not old.exists()
    assert new.exists()


def test_it_runs_in_the_background(db: None) -> None:
    assert enqueue("retain", key="retain:1", actor=SYSTEM).result == {"rows": {}}
