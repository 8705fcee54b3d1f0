"""Ask for a round to be locked: from now on nothing new is taken, and a job makes the snapshot."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.operations.jobs import enqueue
from junheng.web.operations.models import Job
from junheng.web.reporting.models import Round, RoundState
from junheng.web.review import queries
from junheng.web.review.models import Lock

KIND = "lock_round"


def lock_round(actor: Actor, round_id: int, *, revision: int, reason: str = "") -> Job:
    """Freeze the round and have it locked with what is approved. Asking again while that runs is the same job.

    Raises:
        NotAllowed: this person does not lock.
        Stale: the round has changed since it was looked at.
        Refusal: it is not open or frozen, nothing is approved, or units are missing and no reason is given.
    """
    with transaction.atomic():
        held = to_be_locked(actor, round_id, revision)
        if held.state not in {RoundState.OPEN, RoundState.FROZEN}:
            raise Refusal(
                f"本批次{RoundState(held.state).label}，不能锁定。", f"The round is {held.state}: it cannot be locked."
            )
        _ready(held, reason)
        return ask(actor, held, reason)


def to_be_locked(actor: Actor, round_id: int, revision: int) -> Round:
    """The round with its row held, as it was seen, for somebody who may lock it."""
    if actor != SYSTEM and not actor.may("round.lock"):
        raise NotAllowed("只有市级统计员可以锁定全市数据。", "Only the city statistician locks the city's data.")
    held = queries.round_held(round_id)
    if held.revision != revision:
        raise Stale
    return held


def ask(actor: Actor, held: Round, reason: str) -> Job:
    """Write down the wish for the next lock and have the job do it."""
    number = held.lock_number + 1
    wish = {"reason": reason.strip(), "asked_by_id": actor.user_id, "asked_at": timezone.now()}
    Lock.objects.update_or_create(round=held, number=number, defaults=wish)
    before = {"state": held.state, "lock": held.lock_number}
    if held.state == RoundState.OPEN:
        held.state = RoundState.FROZEN
    held.revision += 1
    held.save()
    after = {"state": held.state, "asked": number}
    record(actor, "round.lock.ask", f"round:{held.pk}", before=before, after=after, reason=reason.strip())
    return enqueue(KIND, key=f"lock:{held.pk}:{number}", actor=actor, round=held.pk, number=number)


def _ready(held: Round, reason: str) -> None:
    states = queries.states_of(held)
    approved = sum(one.ready for one in states)
    if not approved:
        raise Refusal("还没有任何一份通过审核的填报，无可锁定。", "Nothing is approved yet: there is nothing to lock.")
    if approved < len(states) and not reason.strip():
        raise Refusal(
            f"还有{len(states) - approved}个单位没有通过审核的填报；仍要锁定的，请写明理由。",
            f"{len(states) - approved} units have nothing approved. To lock all the same, say why.",
            status=422,
        )
