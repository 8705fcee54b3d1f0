"""Approve what was handed in: one after looking at it, or many that gave no reason to."""

from collections.abc import Iterable
from dataclasses import dataclass

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Submission
from junheng.web.review import queries

NOT_CLEAN = Text("有提醒或未填项，须逐份审核", "It has warnings or blanks: look at it by itself")


@dataclass(frozen=True, slots=True)
class Approved:
    """How many were approved, and which were not: the organisation's name and why."""

    done: int
    left: tuple[tuple[str, Text], ...]


def approve(actor: Actor, submission_id: int, *, revision: int, comment: str = "") -> Submission:
    """Approve the version that was seen. Refusals as of :func:`~junheng.web.reporting.lifecycle.move`."""
    return move(actor, submission_id, "approve", revision=revision, comment=comment)


def approve_many(actor: Actor, chosen: Iterable[tuple[int, int]]) -> Approved:
    """Approve those (id, revision) that are clean, each by itself; one that is refused does not stop the others."""
    done, left = 0, []
    for submission_id, revision in chosen:
        held = queries.submission_of(actor, submission_id, queries.REVIEW)
        why = None if clean(held) else NOT_CLEAN
        try:
            if why is None:
                approve(actor, submission_id, revision=revision)
                done += 1
        except Refusal as refusal:
            why = refusal.why
        if why is not None:
            left.append((held.organisation.name, why))
    return Approved(done, tuple(left))


def clean(held: Submission) -> bool:
    """Nothing was warned of or rejected, and every line that is asked for is filled in."""
    if held.current is None:
        return False
    counts = held.current.receipt.get("counts", {})
    faults = counts.get("warned", 0) + counts.get("rejected", 0)
    return not faults and held.current.given >= held.current.asked
