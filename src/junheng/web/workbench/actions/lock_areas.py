"""Hold areas where they are, or let them go again."""

from collections.abc import Sequence

from django.db import transaction

from junheng.seats.zoning.editing import Editing
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.holding import hold, keep
from junheng.web.workbench.editing import land_for, opened
from junheng.web.workbench.models import ZonePlan


def lock_areas(actor: Actor, pk: int, areas: Sequence[str], *, locked: bool, revision: int) -> tuple[ZonePlan, Editing]:
    """Lock or unlock areas of a plan.

    Raises:
        Refusal: (422) an area that is not there, or none.
    """
    with transaction.atomic():
        held = hold(actor, pk, revision)
        land = land_for(held)
        if not areas or any(one not in land.number for one in areas):
            raise Refusal("请选择片区。", "Choose areas.", status=422)
        before = set(held.locked)
        held.locked = sorted(before | set(areas) if locked else before - set(areas))
        keep(held)
        verb = "zones.lock" if locked else "zones.unlock"
        record(actor, verb, f"zone_plan:{held.pk}", path=held.organisation.path, after={"areas": len(areas)})
    return held, opened(held)
