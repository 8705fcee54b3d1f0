"""Long work in the background: declare it with ``@job``, ask for it with ``enqueue``, follow it at ``/desk/jobs/``.

A part declares ``@job("lock_round") def run(work: Work) -> dict`` and asks ``enqueue("lock_round", key="lock:7:3",
actor=actor, round=7)``. The row and the task are written in the caller's transaction: a worker sees them when, and only
when, it is over. The task carries nothing but the job's id.

**What is cut off is begun again.** A worker holds a lock on the site's folder as long as it lives; the next one to get
the lock knows that whatever is still marked as running was cut off, and puts it back into the queue, up to three times.
Work must therefore be idempotent; a kind that cannot be says ``again=False`` and is marked as failed instead.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.operations.kinds import job, kind_of
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.running import run_job
from junheng.web.operations.work import Cancelled, Work

__all__ = ["Cancelled", "Work", "enqueue", "job"]


def enqueue(kind: str, *, key: str, actor: Actor, organisation: Organisation | None = None, **given: Any) -> Job:
    """The job with this key, asked for if it was not yet. ``given`` holds ids and short words, never a file or a name.

    The same key again is the same job; one that failed or was cancelled is put back into the queue.
    """
    kind_of(kind)
    asked = {"organisation": organisation, "asked_by_id": actor.user_id, "ip": actor.ip}
    rows = Job.objects.everything("found by its key")
    with transaction.atomic():
        held, new = rows.get_or_create(key=key, defaults={"kind": kind, "given": given, **asked})
        held = rows.select_for_update().get(pk=held.pk)
        if new or held.state in {JobState.FAILED, JobState.CANCELLED}:
            put_in_queue(held)
    held.refresh_from_db()
    return held


def put_in_queue(held: Job) -> None:
    """Have a worker begin the job, from the start. The caller holds its row."""
    held.state, held.cancel, held.asked_at = JobState.WAITING, False, timezone.now()
    held.step, held.done, held.total = {}, 0, 0
    held.result = held.fault = held.started_at = held.ended_at = None
    held.save()
    run_job.enqueue(held.pk)
