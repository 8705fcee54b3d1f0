"""A job is run once; one that somebody has begun, or that is over, is left alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from junheng.web.operations import running
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.running import run_job
from tests.web.operations.kinds_here import CALLS


@pytest.mark.parametrize("state", [one for one in JobState if one != JobState.WAITING])
def test_only_what_waits_is_begun(db: None, state: str) -> None:
    CALLS.clear()
    held = Job.objects.create(kind="test.good", key="k", state=state)
    run_job.call(held.pk)
    assert CALLS == []
    held.refresh_from_db()
    assert (held.state, held.attempts) == (state, 0)


def test_the_end_is_when_the_work_is_over(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [datetime(2026, 9, 1, 8, tzinfo=UTC)]

    def works(_held: Job) -> dict[str, Any]:
        clock[0] += timedelta(hours=1)
        return {"state": JobState.DONE, "result": {}}

    monkeypatch.setattr("junheng.web.operations.running.timezone.now", lambda: clock[0])
    monkeypatch.setattr(running, "_outcome", works)
    held = Job.objects.create(kind="test.good", key="k")
    run_job.call(held.pk)
    held.refresh_from_db()
    assert held.started_at is not None
    assert held.ended_at is not None
    assert held.ended_at - held.started_at == timedelta(hours=1)
