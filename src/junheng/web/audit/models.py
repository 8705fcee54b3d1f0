"""The chain of events. Rows are added, never changed or removed."""

from django.db import models


class Event(models.Model):
    """One thing somebody did. ``digest`` is SM3 over the digest before it and everything the event says."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.CharField(max_length=40)
    actor = models.BigIntegerField(null=True)
    username = models.CharField(max_length=60)
    ip = models.CharField(max_length=45, blank=True)
    verb = models.CharField(max_length=60, db_index=True)
    target = models.CharField(max_length=200, db_index=True)
    path = models.CharField(max_length=120, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.target}"


class Head(models.Model):
    """The end of the chain: one row, locked while an event is added, so that two writers make one chain."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
