"""Verdicts as records: drafted, signed, released; numbered, verifiable, superseded but never removed."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Round


class Record(models.Model):
    """One published verdict on one county: what it says, of which data, by which standard, signed by whom.

    ``verdict`` is the content (see ``content.py``) and ``digest`` the SHA-256 of it as canonical JSON; ``nth`` counts
    the records of one county and year; ``supersedes`` names the record it takes the place of, ``changes`` what is
    decided otherwise than there.
    """

    number = models.CharField(max_length=40, unique=True)
    nth = models.PositiveSmallIntegerField(default=1)
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
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")
    reason = models.TextField(blank=True)
    changes = models.JSONField(default=list)

    objects = ScopedManager["Record"]()

    class Meta:
        ordering = ("-year", "organisation__path", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("edition", "organisation"), name="one_record_of_an_edition"),
            models.UniqueConstraint(fields=("organisation", "year", "nth"), name="records_are_numbered"),
        )

    def __str__(self) -> str:
        return self.number


class Draft(models.Model):
    """The verdict on one county of a locked round before it is published: judged, then signed, then released."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="drafts")
    snapshot = models.CharField(max_length=80)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="drafts")
    state = models.CharField(max_length=20)
    decision = models.JSONField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    signatory = models.CharField(max_length=100, blank=True)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    record = models.OneToOneField(Record, models.PROTECT, null=True, related_name="draft")

    objects = ScopedManager["Draft"]()

    class Meta:
        ordering = ("organisation__path",)
        constraints = (
            models.UniqueConstraint(fields=("round", "snapshot", "organisation"), name="one_draft_of_a_snapshot"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.organisation_id} {self.state}"


class Paper(models.Model):
    """A file that was given out with a record, found again by its SHA-256."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("record", "sha256"), name="one_paper_of_a_content"),)

    def __str__(self) -> str:
        return f"{self.record_id} {self.name}"


class AppealState(models.TextChoices):
    FILED = "filed", "已受理"
    UPHELD = "upheld", "申诉成立"
    DISMISSED = "dismissed", "维持原结论"
    WITHDRAWN = "withdrawn", "已撤回"


class Appeal(models.Model):
    """A county's appeal against a record, and the answer. Once ``released`` the public reads reason and answer."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="appeals")
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=AppealState, default=AppealState.FILED)
    revision = models.PositiveIntegerField(default=1)
    filed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    released = models.BooleanField(default=False)

    objects = ScopedManager["Appeal"]("record__organisation__path")

    class Meta:
        ordering = ("-filed_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("record",), condition=models.Q(state="filed"), name="one_open_appeal_of_a_record"
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_id} {self.state}"


class Attachment(models.Model):
    """A file handed in with an appeal; its content lies in the store under its SHA-256."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    objects = ScopedManager["Attachment"]("appeal__record__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.name}"
