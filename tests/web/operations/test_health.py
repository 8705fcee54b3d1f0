"""Health tells strangers one word and the system administrator every particular."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.actions.verify import ask_to_verify
from junheng.web.operations.health import health
from junheng.web.operations.models import Job
from junheng.web.operations.worker import the_only_one
from tests.web.people import People


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def state(id_: str) -> bool | None:
    return next(one.ok for one in health() if one.id == id_)


def test_strangers_learn_one_word(db: None, client: Client, settings: Settings) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"state": "ok"})
    settings.JUNHENG_DISK_FLOOR = 1 << 60
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"state": "degraded"})


def test_without_a_database_it_still_answers(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_args: object) -> None:
        raise OperationalError("connection refused 10.1.2.3")

    with monkeypatch.context() as without:
        without.setattr(connection, "cursor", away)
        answer, found = client.get("/health/"), health()
    assert (answer.status_code, answer.json()) == (503, {"state": "degraded"})
    assert {one.ok for one in found if one.id in {"queue", "chain", "clock"}} == {None}
    assert "10.1.2.3" not in str(found)


def test_the_worker_is_seen(db: None) -> None:
    assert state("worker") is False
    with the_only_one():
        assert state("worker") is True


def test_a_queue_that_stands_still_is_seen(db: None) -> None:
    assert state("queue") is True
    Job.objects.create(kind="test.good", key="a", asked_at=timezone.now() - timedelta(minutes=11))
    assert state("queue") is False


def test_an_old_backup_is_seen(db: None, tmp_path: Path) -> None:
    assert state("backup") is False
    for days, ok in ((1, True), (9, False)):
        made = (timezone.now() - timedelta(days=days)).isoformat()
        (tmp_path / "last-backup.json").write_text(json.dumps({"made": made}))
        assert state("backup") is ok
    (tmp_path / "last-backup.json").write_text("[]")
    assert state("backup") is False


def test_the_log_is_as_it_was_last_checked(staff: People) -> None:
    assert state("chain") is None
    record(SYSTEM, "try", "thing:1")
    ask_to_verify(staff.actor("audit_admin"))
    assert state("chain") is True


def test_a_clock_that_went_back_is_seen(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    record(SYSTEM, "try", "thing:1")
    assert state("clock") is True
    earlier = timezone.now() - timedelta(hours=1)
    monkeypatch.setattr("junheng.web.operations.health.timezone.now", lambda: earlier)
    assert state("clock") is False


def test_the_particulars_are_the_system_administrators(staff: People) -> None:
    page = staff.client("system_admin").get("/desk/health/").content.decode()
    assert "从未备份" in page
    assert "Worker" in staff.client("system_admin").get("/en/desk/health/").content.decode()
    assert staff.client("audit_admin").get("/desk/health/").status_code == 403
    assert Client().get("/desk/health/").status_code == 302
