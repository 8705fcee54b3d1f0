"""A zone plan held for a change: in reach, still a draft, still as the page showed it."""

from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workbench.models import PlanState, ZonePlan


def hold(actor: Actor, pk: int, revision: int, *, verb: str = "plan.draw", states: tuple[str, ...] = ()) -> ZonePlan:
    """The plan, its row locked. Only within a transaction.

    Raises:
        Http404: out of reach.
        Stale: somebody changed it since.
        Refusal: it is in another state than ``states`` (by default: a draft).
    """
    rows = ZonePlan.objects.seen_by(actor, verb).select_for_update(of=("self",))
    held: ZonePlan | None = rows.select_related("base", "organisation").filter(pk=pk).first()
    if held is None:
        raise Http404
    if held.revision != revision:
        raise Stale
    if held.state not in (states or (PlanState.DRAFT,)):
        raise Refusal(
            f"方案现在是“{held.get_state_display()}”，不能这样修改；可以复制为新草案。",
            f"The plan is in the state “{held.state}” and cannot be changed like this; copy it into a new draft.",
        )
    return held


def keep(held: ZonePlan) -> None:
    """Save a changed plan under its next revision."""
    held.revision += 1
    held.changed_at = timezone.now()
    held.save()
