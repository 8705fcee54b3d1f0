"""The chain of events. Rows are added, never changed or removed: the model refuses, and so does the database."""

import json
from datetime import datetime
from typing import Any, NoReturn

from django.db import models


class Sealed(TypeError):  # noqa: N818 - what the row is
    """An event was to be changed or removed."""


class SealedRows(models.QuerySet["Event"]):
    """Events can be read and added."""

    def update(self, **_values: Any) -> NoReturn:
        raise Sealed("events are never changed")

    def delete(self) -> NoReturn:
        raise Sealed("events are never removed")


class WrittenJSON(models.TextField[Any, Any]):
    """JSON kept letter by letter, so that every database gives back exactly what the digest was taken over."""

    def from_db_value(self, value: str | None, *_rest: Any) -> Any:
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else canonical(value)

    def value_to_string(self, obj: models.Model) -> str:
        return canonical(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        return value


def canonical(value: Any) -> str:
    """The one way to write a value as JSON: keys in order, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Event(models.Model):
    """One thing somebody did. ``digest`` is SM3 over the digest before it and everything the event says."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.CharField(max_length=40, db_index=True)
    actor = models.BigIntegerField(null=True)
    username = models.CharField(max_length=60, db_index=True)
    ip = models.CharField(max_length=45, blank=True)
    verb = models.CharField(max_length=60, db_index=True)
    target = models.CharField(max_length=200, db_index=True)
    path = models.CharField(max_length=120, blank=True)
    before = WrittenJSON(null=True)
    after = WrittenJSON(null=True)
    reason = models.TextField(blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = models.Manager.from_queryset(SealedRows)()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.target}"

    @property
    def when(self) -> datetime:
        return datetime.fromisoformat(self.at)

    @property
    def before_text(self) -> str:
        return "—" if self.before is None else canonical(self.before)

    @property
    def after_text(self) -> str:
        return "—" if self.after is None else canonical(self.after)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Sealed("events are never changed")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise Sealed("events are never removed")


class Head(models.Model):
    """The end of the chain: one row, locked while an event is added, so that two writers make one chain."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
