"""Lock a round anew, so that corrections, findings and surveys since then go into a new snapshot; the old one stays."""

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.models import Job
from junheng.web.reporting.models import RoundState
from junheng.web.review import queries
from junheng.web.review.actions.lock_round import ask, to_be_locked
from junheng.web.review.beside import new_since_lock


def relock_round(actor: Actor, round_id: int, reason: str, *, revision: int) -> Job:
    """Have the next lock made from the versions that are current now.

    Raises:
        NotAllowed, Stale: as for ``lock_round``.
        Refusal: the round is not locked, nothing came since, or no reason is given.
    """
    with transaction.atomic():
        held = to_be_locked(actor, round_id, revision)
        if held.state != RoundState.LOCKED:
            raise Refusal("本批次尚未锁定。", "The round is not locked yet.")
        if not reason.strip():
            raise Refusal("请写明重新锁定的理由。", "Say why it is locked anew.", status=422)
        if not queries.granted_since_lock(held) and not new_since_lock(held):
            raise Refusal(
                "上次锁定后没有同意的更正，也没有新的认定或调查，无须重新锁定。",
                "No correction, finding or survey since then: nothing would change.",
            )
        return ask(actor, held, reason)
