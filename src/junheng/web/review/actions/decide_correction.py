"""Support, grant, refuse or withdraw a correction; granted, its version becomes the current one."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Correction, CorrectionState
from junheng.web.review import queries
from junheng.web.review.deciding import ensure


def decide_correction(actor: Actor, correction_id: int, verb: str, *, revision: int, answer: str = "") -> Correction:
    """Do ``support``, ``grant``, ``refuse`` or ``withdraw`` to the correction as it was seen.

    Granting makes its version the current one of the submission; the snapshot follows with the next lock.

    Raises:
        Http404: out of reach. Stale: somebody has decided since.
        NotAllowed, Refusal: as :func:`~junheng.web.review.deciding.ensure`; refusing needs an answer.
    """
    with transaction.atomic():
        held = queries.correction_held(actor, correction_id)
        if held.revision != revision:
            raise Stale
        deed = ensure(actor, held, verb)
        if deed.answer and not answer.strip():
            raise Refusal("请写明不同意的理由。", "Say why it is refused.", status=422)
        before = {"state": str(held.state), "revision": held.revision}
        _apply(actor, held, deed.to, answer)
        if verb == "grant":
            reason = answer.strip() or held.reason
            seen = held.submission.revision
            move(actor, held.submission_id, "correct", revision=seen, version=held.version, comment=reason)
        after: dict[str, Any] = {"state": str(held.state), "revision": held.revision, "version": held.version.number}
        path = held.submission.organisation.path
        record(
            actor,
            f"correction.{verb}",
            f"correction:{held.pk}",
            path=path,
            before=before,
            after=after,
            reason=answer.strip(),
        )
    return held


def _apply(actor: Actor, held: Correction, state: CorrectionState, answer: str) -> None:
    held.state, held.revision = state, held.revision + 1
    if state == CorrectionState.SUPPORTED:
        held.supported_by_id = actor.user_id
    else:
        held.decided_by_id, held.decided_at = actor.user_id, timezone.now()
    if answer.strip():
        held.answer = answer.strip()
    held.save()
