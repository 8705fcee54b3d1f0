"""What can be read of background work: one's own jobs, and for whoever runs the system all of them."""

from django.db.models import QuerySet

from junheng.web.accounts.reach import Actor
from junheng.web.operations.models import Job


def jobs(actor: Actor) -> "QuerySet[Job]":
    """Jobs this person may look at, the latest first."""
    rows = Job.objects.everything("own rows only, unless the system is this person's work")
    rows = rows.select_related("asked_by", "organisation")
    return rows if actor.may("system.run") else rows.filter(asked_by_id=actor.user_id)
