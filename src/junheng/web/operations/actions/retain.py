"""Carry out the terms of retention: delete or anonymise what is past its term, and clear what was left half done."""

import time
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit import store
from junheng.web.operations.jobs import Work, job
from junheng.web.operations.retention import Term, terms
from junheng.web.reporting import staging

DRAFT = 24 * 3600
"""Seconds after which the draft of a kept file was left by a process that is gone."""


def retain(actor: Actor) -> dict[str, int]:
    """Rows dealt with, by table. Each table in one transaction with its event."""
    done = {one.table: _deal(actor, one) for one in terms().values() if one.keep is not None}
    staging.sweep()
    _clear_drafts()
    return {table: count for table, count in done.items() if count}


@transaction.atomic
def _deal(actor: Actor, term: Term) -> int:
    rows = _past(term)
    if term.then == "delete":
        count = rows.delete()[0]
    else:
        model = rows.model
        empty = {name: _column(model, name).get_default() for name in term.columns}
        kept = models.Q(**{f"{name}": value for name, value in empty.items() if name not in _ciphers(model, term)})
        count = rows.exclude(kept).update(**empty) if kept else rows.update(**empty)
    if count:
        record(actor, f"retain.{term.then}", f"table:{term.table}", after={"rows": count, "days": term.keep})
    return count


def _past(term: Term) -> "models.QuerySet[models.Model]":
    """Rows whose time is over; one without a date is kept."""
    if term.keep is None:
        raise ValueError(f"{term.table} has no term")
    limit = timezone.now() - timedelta(days=term.keep)
    rows: models.QuerySet[models.Model] = apps.get_model(term.table)._base_manager.all()
    return rows.filter(**{f"{term.since}__lt": limit})


def _column(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    field: models.Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]
    return field


def _ciphers(model: type[models.Model], term: Term) -> set[str]:
    """Columns that cannot be compared because each writing of the same text differs."""
    return {name for name in term.columns if _column(model, name).get_internal_type() == "BinaryField"}


def _clear_drafts() -> None:
    for draft in store.root().glob(".draft-*"):
        if time.time() - draft.stat().st_mtime > DRAFT:
            draft.unlink(missing_ok=True)


@job("retain", title=Text("执行保存期限", "Carry out the terms of retention"))
def run(work: Work) -> dict[str, Any]:
    work.progress("清理 / clearing")
    return {"rows": retain(work.actor)}
