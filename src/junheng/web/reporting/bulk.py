"""Write the versions of many units, a batch in one transaction: rows locked, states asked again, then all or none."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.reporting.models import State, Step, Submission, Version
from junheng.web.reporting.moves import table

NEW = Text("已收下", "taken")
SAME = Text("与当前版本内容相同，未重复收取", "the same as the current version: not taken twice")


@dataclass(frozen=True, slots=True)
class Taking:
    """What one unit is to get: the files as they are in the store, the receipt, how much is filled in."""

    submission: int
    files: Sequence[Mapping[str, Any]]
    receipt: Mapping[str, Any]
    given: int
    asked: int

    @property
    def content(self) -> frozenset[str]:
        return frozenset(str(one["sha256"]) for one in self.files)


def write_batch(actor: Actor, round_id: int, takings: Sequence[Taking], *, submit: bool) -> dict[int, Text]:
    """Submission -> ``NEW``, ``SAME``, or why it could not be."""
    with transaction.atomic():
        rows = Submission.objects.everything("reach was asked when they were chosen").select_for_update(of=("self",))
        rows = rows.filter(pk__in=[one.submission for one in takings]).select_related("organisation", "current")
        held = {one.pk: one for one in rows.order_by("pk")}
        fates = {one.submission: _fate(held[one.submission], one) for one in takings}
        new = [one for one in takings if fates[one.submission] is NEW]
        if new:
            _write(actor, round_id, new, held, submit=submit)
    return fates


def open_states() -> frozenset[str]:
    """The states of a submission that take a draft in an open round."""
    return table().moves["draft"].sources["open"]


def closed_state(state: str) -> Text:
    said = State(state).label
    return Text(f"当前状态为“{said}”，不能再报", f"it is {state}: nothing more is taken")


def _fate(held: Submission, one: Taking) -> Text:
    if held.current is not None and one.content == {str(file["sha256"]) for file in held.current.files}:
        return SAME
    return NEW if held.state in open_states() else closed_state(held.state)


def _write(actor: Actor, round_id: int, new: Sequence[Taking], held: Mapping[int, Submission], *, submit: bool) -> None:
    versions = _versions(actor, new)
    steps, now = [], timezone.now()
    for version in versions:
        row = held[version.submission_id]
        for verb, after in _moves(submit=submit):
            steps.append(Step(submission=row, version=version, verb=verb, before=row.state, after=after, at=now))
            row.state, row.revision = after, row.revision + 1
        row.current, row.changed = version, now
    for step in steps:
        step.by_id = actor.user_id
    Step.objects.bulk_create(steps, batch_size=500)
    changed = [held[one.submission_id] for one in versions]
    Submission.objects.bulk_update(changed, ["state", "revision", "current", "changed"], batch_size=100)
    made = {str(held[one.submission_id].pk): one.number for one in versions}
    record(actor, "submission.import", f"round:{round_id}", after={"versions": made, "submitted": submit})


def _moves(*, submit: bool) -> tuple[tuple[str, State], ...]:
    draft = ("draft", State.DRAFT)
    return (draft, ("submit", State.SUBMITTED)) if submit else (draft,)


def _versions(actor: Actor, new: Sequence[Taking]) -> list[Version]:
    rows = Version.objects.everything("numbers of rows that are locked").order_by()
    last = dict(
        rows.filter(submission__in=[one.submission for one in new]).values_list("submission").annotate(Max("number"))
    )
    versions = [_version(actor, one, last.get(one.submission, 0) + 1) for one in new]
    return Version.objects.bulk_create(versions, batch_size=200)


def _version(actor: Actor, one: Taking, number: int) -> Version:
    said = f"{one.submission}:{number}:{','.join(sorted(one.content))}"
    return Version(
        submission_id=one.submission,
        number=number,
        way="bulk",
        files=list(one.files),
        receipt=one.receipt,
        token=hashlib.sha256(said.encode()).hexdigest(),
        given=one.given,
        asked=one.asked,
        made_by_id=actor.user_id,
    )
