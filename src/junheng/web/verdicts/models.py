"""Verdicts as records: numbered, signed, verifiable, superseded but never removed."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.portal.models import Edition


class Record(models.Model):
    """One published verdict on one county: what it says, of which data, by which standard, signed by whom.

    ``digest`` is the SHA-256 of the verdict as canonical JSON; ``supersedes`` names the record it takes the place of.
    """

    number = models.CharField(max_length=40, unique=True)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="records")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="verdicts")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20)
    snapshot = models.CharField(max_length=80)
    standard = models.CharField(max_length=400)
    policy_version = models.CharField(max_length=80)
    verdict = models.JSONField()
    digest = models.CharField(max_length=64, db_index=True)
    signatory = models.CharField(max_length=100)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(default=timezone.now)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")
    reason = models.TextField(blank=True)

    objects = ScopedManager["Record"]()

    class Meta:
        ordering = ("-year", "organisation__path", "-pk")

    def __str__(self) -> str:
        return self.number


class Paper(models.Model):
    """A file that was given out with a record, found again by its SHA-256."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("record", "name"), name="one_paper_of_a_name"),)

    def __str__(self) -> str:
        return f"{self.record_id} {self.name}"


class AppealState(models.TextChoices):
    FILED = "filed", "已受理"
    UPHELD = "upheld", "申诉成立"
    DISMISSED = "dismissed", "维持原结论"
    WITHDRAWN = "withdrawn", "已撤回"


class Appeal(models.Model):
    """A county's appeal against a record, and the answer."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="appeals")
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=AppealState, default=AppealState.FILED)
    revision = models.PositiveIntegerField(default=1)
    filed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    objects = ScopedManager["Appeal"]("record__organisation__path")

    class Meta:
        ordering = ("-filed_at", "-pk")

    def __str__(self) -> str:
        return f"{self.record_id} {self.state}"
