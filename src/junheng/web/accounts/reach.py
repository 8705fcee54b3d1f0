"""How far a person's roles reach, and the only way to rows that belong to organisations.

Rows of a model with a :class:`ScopedManager` are had in two ways: ``objects.seen_by(actor, verb)``, which adds the
actor's reach to the query itself, or ``objects.everything(why)``, for programs that work on the whole. Pages, exports,
searches and the API take the first way, so that none of them can leak what another hides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Grant:
    """One role as it reaches: everything, the organisations whose path begins with a prefix, or those named exactly."""

    role: str
    verbs: frozenset[str]
    organisation: str
    everything: bool = False
    below: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()

    def covers(self, path: str) -> bool:
        return self.everything or path in self.exactly or any(path.startswith(one) for one in self.below)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: nobody (the public), or a person with grants. Everything an action needs to know of a request."""

    user_id: int | None = None
    username: str = ""
    ip: str = ""
    grants: tuple[Grant, ...] = ()

    @property
    def known(self) -> bool:
        return self.user_id is not None

    @property
    def verbs(self) -> frozenset[str]:
        return frozenset().union(*(one.verbs for one in self.grants))

    def may(self, verb: str, path: str | None = None) -> bool:
        """Whether any of the roles allows this verb, and, with a path, on that organisation."""
        return any(verb in one.verbs and (path is None or one.covers(path)) for one in self.grants)

    def having(self, verb: str) -> tuple[Grant, ...]:
        return tuple(one for one in self.grants if verb in one.verbs)


SYSTEM = Actor(username="system")
"""The program itself: commands and jobs that nobody pressed."""


def within(grants: Iterable[Grant], field: str) -> Q:
    """The condition that the path in a field lies in the reach of any of the grants; without grants nothing does."""
    condition = Q(pk__in=())
    for one in grants:
        if one.everything:
            return Q()
        condition |= Q(**{f"{field}__in": one.exactly}) if one.exactly else Q(pk__in=())
        for prefix in one.below:
            condition |= Q(**{f"{field}__startswith": prefix})
    return condition


class ScopedManager(models.Manager[Row], Generic[Row]):
    """A manager of rows that belong to organisations; ``field`` leads to the organisation's path."""

    def __init__(self, field: str = "organisation__path") -> None:
        super().__init__()
        self.field = field

    def __class_getitem__(cls, _row: Any) -> Any:
        return cls

    def seen_by(self, actor: Actor, verb: str) -> "QuerySet[Row]":
        """The rows on which the actor may use the verb."""
        return self.get_queryset().filter(within(actor.having(verb), self.field))

    def everything(self, why: str) -> "QuerySet[Row]":  # noqa: ARG002 - the reason is for the reader of the code
        """All rows, for work on the whole; the caller says why that leaks nothing."""
        return self.get_queryset()
