"""Collection rounds and what is handed in: submissions, their versions, every step, every remark."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager


class RoundState(models.TextChoices):
    PLANNED = "planned", "未开始"
    OPEN = "open", "填报中"
    FROZEN = "frozen", "已截止"
    LOCKED = "locked", "已锁定"


class State(models.TextChoices):
    """Where a submission stands."""

    MISSING = "missing", "未报"
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待审核"
    RETURNED = "returned", "已退回"
    APPROVED = "approved", "区县已审核"
    LOCKED = "locked", "市级已锁定"


class Round(models.Model):
    """The collection of one school year. ``revision`` grows with every change: what was seen is what is changed."""

    year = models.PositiveSmallIntegerField(unique=True)
    standard = models.CharField(max_length=400, default="jiaodu-2017-6")
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.PLANNED)
    opens = models.DateTimeField()
    deadline = models.DateTimeField()
    synthetic = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    snapshot = models.CharField(max_length=80, blank=True)
    snapshot_path = models.CharField(max_length=1000, blank=True)
    lock_number = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-year",)

    def __str__(self) -> str:
        return f"{self.year} {self.state}"


class Submission(models.Model):
    """What one school or county reports in one round. A row is there from the start of the round: it is the board."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="submissions")
    state = models.CharField(max_length=10, choices=State, default=State.MISSING)
    current = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    changed = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Submission"]()

    class Meta:
        ordering = ("organisation__path",)
        constraints = (models.UniqueConstraint(fields=("round", "organisation"), name="one_submission_each"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.organisation_id} {self.state}"


class Version(models.Model):
    """One state of what was handed in: the files as they came (in the store) and the receipt of reading them.

    ``token`` comes from the preview that was confirmed: confirming twice makes one version. ``given`` of the ``asked``
    lines of the official form are filled in; both are 0 when nothing is asked. Never changed afterwards.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=12, choices=[("upload", "上传"), ("typed", "在线填写"), ("bulk", "批量导入")])
    files = models.JSONField()
    receipt = models.JSONField()
    token = models.CharField(max_length=64, unique=True)
    given = models.PositiveIntegerField(default=0)
    asked = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Version"]("submission__organisation__path")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("submission", "number"), name="versions_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.submission_id} v{self.number}"


class Step(models.Model):
    """One move of a submission: who did what, when, on which version, and why."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="steps")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="steps")
    verb = models.CharField(max_length=30)
    before = models.CharField(max_length=10, choices=State)
    after = models.CharField(max_length=10, choices=State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    comment = models.TextField(blank=True)

    objects = ScopedManager["Step"]("submission__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.submission_id} {self.verb} {self.after}"


class Remark(models.Model):
    """Why a cell was returned. Place as in the workbook; no cell means the whole sheet, no sheet the file."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="remarks")
    file = models.CharField(max_length=200, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    cell = models.CharField(max_length=10, blank=True)
    field = models.CharField(max_length=100, blank=True)
    text = models.TextField()

    objects = ScopedManager["Remark"]("step__submission__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.sheet} {self.cell} {self.text}"


class CorrectionState(models.TextChoices):
    ASKED = "asked", "待区县审核"
    SUPPORTED = "supported", "待市级审批"
    GRANTED = "granted", "已同意"
    REFUSED = "refused", "未同意"
    WITHDRAWN = "withdrawn", "已撤回"


class Correction(models.Model):
    """The wish to change what is locked: a new version with a reason, decided by county and city."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="corrections")
    version = models.OneToOneField(Version, models.PROTECT, related_name="correction")
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=CorrectionState, default=CorrectionState.ASKED)
    revision = models.PositiveIntegerField(default=1)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    supported_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    objects = ScopedManager["Correction"]("submission__organisation__path")

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.submission_id} {self.state}"


class Reminder(models.Model):
    """A call to report, shown to the organisation until it has: one a day. ``text`` is what the sender added to it."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="reminders")
    day = models.DateField(default=timezone.localdate)
    text = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Reminder"]("submission__organisation__path")

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (models.UniqueConstraint(fields=("submission", "day"), name="one_reminder_a_day"),)

    def __str__(self) -> str:
        return f"{self.submission_id} {self.day}"
