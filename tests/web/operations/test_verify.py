"""What was damaged is named: a kept file, one that is gone, a snapshot, the chain, a row without its other end."""

from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.kit.store import path_of, put
from junheng.web.operations.verify import verify_site
from junheng.web.reporting.models import Round, Submission, Version
from tests.web.people import People
from tests.web.tiny import snapshot


@pytest.fixture
def digest(staff: People, settings: Settings, tmp_path: Path) -> str:
    settings.VAR = tmp_path
    snapshot(tmp_path / "snapshots")
    digest, size = put([b"content"])
    now = timezone.now()
    opened = Round.objects.create(year=2025, opens=now, deadline=now)
    held = Submission.objects.create(round=opened, organisation=staff.places["2141000001"])
    files = [{"name": "a", "sha256": digest, "size": size}]
    Version.objects.create(submission=held, number=1, way="upload", files=files, receipt={}, token="a")  # noqa: S106
    record(SYSTEM, "try", "thing:1")
    return digest


def test_a_whole_site_has_nothing_wrong(digest: str) -> None:
    assert verify_site() == []


def test_a_damaged_file_is_named(digest: str) -> None:
    path_of(digest).write_bytes(b"other")
    (wrong,) = verify_site()
    assert digest in wrong.zh
    assert digest in wrong.en


def test_a_file_that_is_gone_is_named_with_its_row(digest: str) -> None:
    path_of(digest).unlink()
    (wrong,) = verify_site()
    assert "reporting.Version" in wrong.en


def test_a_damaged_snapshot_is_named(digest: str, tmp_path: Path) -> None:
    path = next(tmp_path.glob("snapshots/*/sections.parquet"))
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    (wrong,) = verify_site()
    assert path.parent.name in wrong.zh


def test_a_broken_chain_is_named(digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET verb = 'other'")
    (wrong,) = verify_site()
    assert "第1条" in wrong.zh
