"""The locks of a round: what was frozen each time, from which versions, why, and what it was judged to be."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import User
from junheng.web.reporting.models import Round


class Lock(models.Model):
    """One lock of a round; a correction is taken in by the next. Asked for first, done when its snapshot is there.

    ``versions`` holds the ids of the versions that went in, ``missing`` the codes of those that had nothing approved,
    ``verdict`` one line per county as judged then.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="locks")
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    snapshot = models.CharField(max_length=80, blank=True)
    snapshot_path = models.CharField(max_length=1000, blank=True)
    versions = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    verdict = models.JSONField(default=list)

    class Meta:
        ordering = ("round_id", "-number")
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="locks_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.number}"
