"""Tokens with which programs speak for a person."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import User


class Token(models.Model):
    """A key to the API. Only its HMAC-SM3 is kept; ``prefix`` lets its owner tell tokens apart.

    ``scopes`` are verbs; a token never does more than its owner may do on the day it is used.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60)
    scopes = models.JSONField()
    prefix = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    last_used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created", "-pk")

    def __str__(self) -> str:
        return f"{self.prefix} {self.name}"

    @property
    def alive(self) -> bool:
        return self.revoked is None and self.expires > timezone.now()
