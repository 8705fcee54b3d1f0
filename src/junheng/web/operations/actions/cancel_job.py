"""Ask a job to stop: one that waits never begins, one that runs leaves at its next step."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.operations.models import Job, JobState


def cancel_job(actor: Actor, job_id: int) -> Job:
    """Whoever asked for the job, or runs the system, may cancel it."""
    with transaction.atomic():
        held = Job.objects.everything("checked below").select_for_update().get(pk=job_id)
        if held.asked_by_id != actor.user_id and not actor.may("system.run"):
            raise NotAllowed(
                "只有提交任务的人和系统管理员可以取消它。", "Only who asked for it, or the system administrator, may."
            )
        if held.over:
            raise Refusal("任务已经结束，不能再取消。", "The job is over: it can no longer be cancelled.")
        before = held.state
        held.cancel = True
        if held.state == JobState.WAITING:
            held.state, held.ended_at = JobState.CANCELLED, timezone.now()
        held.save(update_fields=("cancel", "state", "ended_at"))
        record(actor, "job.cancel", f"job:{held.pk}", before={"state": before}, after={"cancel": True})
    return held
