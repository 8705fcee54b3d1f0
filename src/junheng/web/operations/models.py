"""Long work in the background, where it stands and what came of it."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager


class JobState(models.TextChoices):
    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "完成"
    FAILED = "failed", "失败"
    CANCELLED = "cancelled", "已取消"


class Job(models.Model):
    """One piece of long work. ``kind`` names its function; ``given`` holds ids only; ``key`` makes asking twice one.

    ``step`` and ``fault`` are words in both languages (``zh``, ``en``); ``attempts`` counts how often it was begun.
    """

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    given = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    step = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    cancel = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)
    fault = models.JSONField(null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True)
    ip = models.CharField(max_length=45, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = ScopedManager["Job"]()

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.state}"

    @property
    def over(self) -> bool:
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}
