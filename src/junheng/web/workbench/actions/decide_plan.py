"""Put a plan to a hearing, adopt it, withdraw it."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.workbench.actions.holding import hold, keep
from junheng.web.workbench.models import PlanState, ZonePlan

FROM = {
    PlanState.HEARING: (PlanState.DRAFT,),
    PlanState.ADOPTED: (PlanState.HEARING,),
    PlanState.WITHDRAWN: (PlanState.DRAFT, PlanState.HEARING, PlanState.ADOPTED),
}
"""State -> the states it may follow."""


def decide_plan(actor: Actor, pk: int, state: PlanState, *, revision: int, reason: str = "") -> ZonePlan:
    """Move a plan on: from a draft to its hearing, from the hearing to adoption, from anywhere to withdrawal.

    From the hearing on everybody reads it, and nobody changes it any more.

    Raises:
        Http404: out of reach.
        Stale: somebody changed it since.
        Refusal: it is in a state that does not lead there.
    """
    with transaction.atomic():
        held = hold(actor, pk, revision, verb="plan.hear", states=FROM[state])
        before, held.state = held.state, state
        now = timezone.now()
        if state == PlanState.HEARING:
            held.heard_from = now
        else:
            held.decided_at = now
        keep(held)
        verb = {PlanState.HEARING: "zones.hear", PlanState.ADOPTED: "zones.adopt"}.get(state, "zones.withdraw")
        path = held.organisation.path
        record(actor, verb, f"zone_plan:{pk}", path=path, before=before, after=str(state), reason=reason)
    return held
