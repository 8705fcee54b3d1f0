"""What the worker does with a job: begin it once, run it, write down how it ended."""

import logging
from typing import Any

from django.db.models import F
from django.utils import timezone
from django_tasks import task

from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.kinds import kind_of
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.work import Cancelled, work_on

log = logging.getLogger("junheng.jobs")


@task()
def run_job(job_id: int) -> None:
    """Run a job that waits; one that somebody else has begun, or that is over, is left alone."""
    row = Job.objects.everything("the job to run").filter(pk=job_id)
    begun = row.filter(state=JobState.WAITING).update(
        state=JobState.RUNNING, started_at=timezone.now(), attempts=F("attempts") + 1
    )
    if begun:
        outcome = _outcome(row.get())
        row.filter(state=JobState.RUNNING).update(ended_at=timezone.now(), **outcome)


def _outcome(held: Job) -> dict[str, Any]:
    try:
        return {"state": JobState.DONE, "result": kind_of(held.kind).run(work_on(held)) or {}}
    except Cancelled:
        return {"state": JobState.CANCELLED}
    except Refusal as refusal:
        return {"state": JobState.FAILED, "fault": words(refusal.why)}
    except Exception as fault:  # whatever a kind of work raises ends that job, never the worker
        log.exception("job %s (%s) failed", held.pk, held.kind)
        return {"state": JobState.FAILED, "fault": words(broken(fault))}


def broken(fault: Exception) -> Text:
    """What is told of an unexpected fault: its name, never its message, which may quote data."""
    name = type(fault).__name__
    return Text(
        f"程序出错（{name}），没有完成；请重试，仍然出错请告知系统管理员。",
        f"The program failed ({name}) and the work was not finished. Try again; if it fails again, tell the "
        "system administrator.",
    )


def words(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
