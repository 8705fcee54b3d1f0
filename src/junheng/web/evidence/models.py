"""Cases with their files, findings, replies and moves; drawings of schools to visit, and what was found there."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.kit.fields import EncryptedTextField


class CaseState(models.TextChoices):
    """Where a case stands; each state waits for somebody else."""

    OPEN = "open", "待提交"
    GIVEN = "given", "待认定"
    FOUND = "found", "待回复"
    REPLIED = "replied", "待确认"
    FINAL = "final", "已确认"


class Case(models.Model):
    """One item for one county or school in one year. ``revision`` grows with every change."""

    year = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases")
    item = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=CaseState, default=CaseState.OPEN)
    revision = models.PositiveIntegerField(default=0)
    changed = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Case"]()

    class Meta:
        ordering = ("year", "organisation__path", "item")
        constraints = (models.UniqueConstraint(fields=("year", "organisation", "item"), name="one_case_each"),)

    def __str__(self) -> str:
        return f"{self.year} {self.organisation_id} {self.item} {self.state}"


class Attachment(models.Model):
    """A file that was handed in; the content lies in the store. A withdrawn one stays readable as withdrawn."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = ScopedManager["Attachment"]("case__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.name}"


class Finding(models.Model):
    """What an inspector found. ``met`` None: the files do not allow a judgement yet. Never changed afterwards."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="findings")
    met = models.BooleanField(null=True)
    text = models.TextField()
    cites = models.ManyToManyField(Attachment, related_name="+")
    reply_by = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Finding"]("case__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.met}"


class Reply(models.Model):
    """What the county says to a finding."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="replies")
    agrees = models.BooleanField()
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Reply"]("finding__case__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.finding_id} {self.agrees}"


class Move(models.Model):
    """One step of a case: who did what, when, and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="moves")
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=10, choices=CaseState)
    after = models.CharField(max_length=10, choices=CaseState)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    comment = models.TextField(blank=True)

    objects = ScopedManager["Move"]("case__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.verb}"


class DrawState(models.TextChoices):
    PLANNED = "planned", "未承诺"
    COMMITTED = "committed", "已承诺"
    REVEALED = "revealed", "已揭示"


class Draw(models.Model):
    """A drawing of schools and of who visits them.

    ``listed`` is what is hashed, with numbers for the inspectors; ``names`` says to staff whose account each number is.
    ``secret`` is the seed as ciphertext until it is revealed.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="draws")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=DrawState, default=DrawState.PLANNED)
    listed = models.JSONField()
    names = models.JSONField(default=dict)
    source = models.CharField(max_length=300, blank=True)
    list_hash = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64, blank=True)
    secret = EncryptedTextField(purpose="draw.seed")
    seed = models.CharField(max_length=64, blank=True)
    public = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(default=timezone.now)
    committed_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)

    objects = ScopedManager["Draw"]()

    class Meta:
        ordering = ("-planned_at", "-pk")

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class Visit(models.Model):
    """A drawn school, who was sent, and what was found; ``recorded_at`` is empty until somebody was there."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="visits")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="visits")
    place = models.PositiveIntegerField()
    visitors = models.JSONField()
    visited_on = models.DateField(null=True)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(null=True)

    objects = ScopedManager["Visit"]()

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=("draw", "organisation"), name="one_visit_each"),)

    def __str__(self) -> str:
        return f"{self.draw_id} {self.organisation_id}"


class Picture(models.Model):
    """A file brought back from a visit."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="pictures")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Picture"]("visit__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.visit_id} {self.name}"
