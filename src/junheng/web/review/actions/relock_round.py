"""Lock a round anew, so that the corrections granted since go into a new snapshot; the old one stays as it is."""

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.models import Job
from junheng.web.reporting.models import RoundState
from junheng.web.review import queries
from junheng.web.review.actions.lock_round import ask, to_be_locked


def relock_round(actor: Actor, round_id: int, reason: str, *, revision: int) -> Job:
    """Have the next lock made from the versions that are current now.

    Raises:
        NotAllowed, Stale: as for ``lock_round``.
        Refusal: the round is not locked, no correction was granted since, or no reason is given.
    """
    with transaction.atomic():
        held = to_be_locked(actor, round_id, revision)
        if held.state != RoundState.LOCKED:
            raise Refusal("本批次尚未锁定。", "The round is not locked yet.")
        if not reason.strip():
            raise Refusal("请写明重新锁定的理由。", "Say why it is locked anew.", status=422)
        if not queries.granted_since_lock(held):
            raise Refusal(
                "上次锁定后没有同意的更正，无须重新锁定。", "No correction was granted since: nothing would change."
            )
        return ask(actor, held, reason)
