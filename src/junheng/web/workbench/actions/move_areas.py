"""Give areas to another school's zone."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from junheng.seats.zoning.editing import Editing, RefusedMoveError, move
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, refused_for
from junheng.web.workbench.actions.holding import hold, keep
from junheng.web.workbench.editing import land_for, opened
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZoneMove, ZonePlan
from junheng.web.workbench.naming import in_names


def move_areas(actor: Actor, pk: int, areas: Sequence[str], school: str, *, revision: int) -> tuple[ZonePlan, Editing]:
    """Move the areas; what was undone before can no longer be redone.

    Raises:
        Refusal: (422) an area or school that is not there; an area is locked or holds another school.
    """
    with transaction.atomic():
        held = hold(actor, pk, revision)
        land, before = land_for(held), opened(held)
        unknown = [one for one in areas if one not in land.number]
        if unknown or school not in land.school_number or not areas:
            raise Refusal("请选择片区和学校。", "Choose areas and a school.", status=422)
        try:
            after = move(before, [land.number[one] for one in areas], land.school_number[school])
        except RefusedMoveError as fault:
            raise refused(land, fault) from fault
        if after.touched:
            moved = [land.board.areas[one] for one in after.done[-1].areas]
            _enter(actor, held, {one: held.zones[one] for one in moved}, school)
    return held, after


def refused(land: Land, fault: RefusedMoveError) -> Refusal:
    """The engine's reasons as the answer of an action."""
    return refused_for(in_names(land, one) for one in fault.reasons)


def _enter(actor: Actor, held: ZonePlan, before: dict[str, str], school: str) -> None:
    number = (held.moves.aggregate(last=Max("number"))["last"] or 0) + 1
    held.moves.filter(undone=True, dropped=False).update(dropped=True)
    ZoneMove.objects.create(plan=held, number=number, areas=before, to_school=school, by_id=actor.user_id)
    held.zones = {**held.zones, **dict.fromkeys(before, school)}
    keep(held)
    said = {"number": number, "areas": len(before), "school": school}
    record(actor, "zones.move", f"zone_plan:{held.pk}", path=held.organisation.path, after=said)
