"""Who asked, or who runs the system, cancels a job; nobody else, and not when it is over."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.operations.actions.cancel_job import cancel_job
from junheng.web.operations.models import Job, JobState
from tests.web.people import People


@pytest.mark.parametrize("role", ["planner", "system_admin"])
def test_a_waiting_job_never_begins(staff: People, role: str) -> None:
    held = Job.objects.create(kind="k", key="k", asked_by=staff.users["planner"])
    assert cancel_job(staff.actor(role), held.pk).state == JobState.CANCELLED
    assert Event.objects.get().verb == "job.cancel"
    with pytest.raises(Refusal):
        cancel_job(staff.actor(role), held.pk)


def test_a_running_job_is_asked_to_stop(staff: People) -> None:
    held = Job.objects.create(kind="k", key="k", asked_by=staff.users["planner"], state=JobState.RUNNING)
    held = cancel_job(staff.actor("planner"), held.pk)
    assert (held.state, held.cancel) == (JobState.RUNNING, True)


def test_others_may_not(staff: People) -> None:
    held = Job.objects.create(kind="k", key="k", asked_by=staff.users["planner"])
    with pytest.raises(NotAllowed):
        cancel_job(staff.actor("finance"), held.pk)
