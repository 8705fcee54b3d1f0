"""A job is run once; one that somebody has begun, or that is over, is left alone."""

import pytest

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
