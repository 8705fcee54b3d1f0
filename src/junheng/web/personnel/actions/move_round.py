"""Move a round on to its next step, or back to the one before."""

from datetime import date

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.holding import hold_round
from junheng.web.personnel.models import Publication, RotationRound, RoundState

FROM = {
    RoundState.WISHES: (RoundState.COLLECTING, RoundState.DRAFT),
    RoundState.DRAFT: (RoundState.WISHES,),
    RoundState.COLLECTING: (RoundState.WISHES,),
}
"""State -> the states it may follow; a round is published by its own action."""


def move_round(actor: Actor, pk: int, state: RoundState, *, revision: int, until: date | None = None) -> RotationRound:
    """The round in its new state; ``until`` is the last day on which schools record wishes.

    Raises:
        Http404, Stale: as ``hold_round``.
        Refusal: the round does not lead there, has no tables yet, was published once and cannot collect again, or
            (422) the wishes have no last day.
    """
    with transaction.atomic():
        held = hold_round(actor, pk, states=FROM.get(state, ()), revision=revision)
        if not held.imported:
            raise Refusal("请先导入教师表和学校表。", "Import the tables of teachers and schools first.")
        if state == RoundState.WISHES:
            if until is None:
                raise Refusal("请填写志愿截止日期。", "Give the last day for wishes.", status=422)
            held.wishes_until = until
        published = Publication.objects.everything("of the round that is held").filter(draft__round=held)
        if state == RoundState.COLLECTING and published.exists():
            raise Refusal("公示过的轮次不能重新导入。", "A round that was published takes no new tables.")
        before, held.state = held.state, state
        held.revision += 1
        held.save(update_fields=["state", "wishes_until", "revision"])
        after = {"state": str(state), "until": until.isoformat() if until else None}
        record(actor, "rotation.state", f"rotation_round:{pk}", path=held.organisation.path, before=before, after=after)
    return held
