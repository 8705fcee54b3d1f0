"""Change a round: its days, whether it is frozen, and who is asked."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.reporting.actions.open_round import ask_all, ensure_days, ensure_manager
from junheng.web.reporting.models import Round, RoundState


def change_deadline(actor: Actor, round_id: int, deadline: datetime, *, revision: int, reason: str = "") -> Round:
    """Extend or shorten a round that is not locked; an open round whose deadline has passed takes reports again."""

    def change(held: Round) -> None:
        ensure_days(held.opens, deadline)
        held.deadline = deadline

    return _change(actor, round_id, "round.deadline", change, revision=revision, reason=reason)


def freeze_round(actor: Actor, round_id: int, *, revision: int, reason: str = "") -> Round:
    """Take nothing more from schools, whatever the deadline."""

    def change(held: Round) -> None:
        _from(held, RoundState.OPEN)
        held.state = RoundState.FROZEN

    return _change(actor, round_id, "round.freeze", change, revision=revision, reason=reason)


def reopen_round(actor: Actor, round_id: int, deadline: datetime, *, revision: int, reason: str = "") -> Round:
    """Take reports again until a new deadline."""

    def change(held: Round) -> None:
        _from(held, RoundState.FROZEN)
        ensure_days(timezone.now(), deadline)
        held.state, held.deadline = RoundState.OPEN, deadline

    return _change(actor, round_id, "round.reopen", change, revision=revision, reason=reason)


def ask_newcomers(actor: Actor, round_id: int, *, revision: int) -> Round:
    """Put schools and counties that were added since on the board."""

    def change(held: Round) -> None:
        ask_all(held)

    return _change(actor, round_id, "round.newcomers", change, revision=revision)


def _change(
    actor: Actor, round_id: int, verb: str, change: Callable[[Round], None], *, revision: int, reason: str = ""
) -> Round:
    ensure_manager(actor)
    with transaction.atomic():
        held = Round.objects.select_for_update().filter(pk=round_id).first()
        if held is None:
            raise Http404
        if held.revision != revision:
            raise Stale
        if held.state == RoundState.LOCKED:
            raise Refusal("本批次已锁定，不能再改。", "The round is locked and stays as it is.")
        before = _said(held)
        change(held)
        held.revision += 1
        held.save()
        record(actor, verb, f"round:{held.pk}", before=before, after=_said(held), reason=reason.strip())
    return held


def _from(held: Round, state: RoundState) -> None:
    if held.state != state:
        said = RoundState(held.state).label
        raise Refusal(f"本批次{said}，不能这样做。", f"The round is {held.state}: this cannot be done now.")


def _said(held: Round) -> dict[str, object]:
    return {"state": str(held.state), "deadline": held.deadline.isoformat(), "revision": held.revision}
