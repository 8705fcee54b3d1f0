"""Take the last move back, or make it again."""

from django.db import transaction

from junheng.policy.text import Text
from junheng.seats.zoning.editing import Editing
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.holding import hold, keep
from junheng.web.workbench.editing import land_for, opened
from junheng.web.workbench.models import ZoneMove, ZonePlan
from junheng.web.workbench.naming import in_names
from junheng.web.workbench.queries import last_done, next_undone


def undo_move(actor: Actor, pk: int, *, revision: int) -> tuple[ZonePlan, Editing]:
    """Give the areas of the last move back to the schools they came from.

    Raises:
        Refusal: nothing to take back, or one of its areas has been locked since.
    """
    return _turn(actor, pk, revision, back=True)


def redo_move(actor: Actor, pk: int, *, revision: int) -> tuple[ZonePlan, Editing]:
    """Make the move again that was taken back last.

    Raises:
        Refusal: nothing to make again, or one of its areas has been locked since.
    """
    return _turn(actor, pk, revision, back=False)


def _turn(actor: Actor, pk: int, revision: int, *, back: bool) -> tuple[ZonePlan, Editing]:
    with transaction.atomic():
        held = hold(actor, pk, revision)
        move = last_done(held) if back else next_undone(held)
        if move is None:
            raise _nothing(back=back)
        if locked := sorted(set(move.areas) & set(held.locked)):
            listed = ", ".join(locked)
            why = in_names(land_for(held), Text(f"片区已锁定：{listed}", f"locked areas: {listed}"))
            raise Refusal(why.zh, why.en, status=422)
        _set(actor, held, move, back=back)
    return held, opened(held)


def _nothing(*, back: bool) -> Refusal:
    if back:
        return Refusal("没有可撤销的调整。", "There is nothing to undo.", status=422)
    return Refusal("没有可重做的调整。", "There is nothing to redo.", status=422)


def _set(actor: Actor, held: ZonePlan, move: ZoneMove, *, back: bool) -> None:
    move.undone = back
    move.save(update_fields=["undone"])
    held.zones = {**held.zones, **(move.areas if back else dict.fromkeys(move.areas, move.to_school))}
    keep(held)
    verb = "zones.undo" if back else "zones.redo"
    record(actor, verb, f"zone_plan:{held.pk}", path=held.organisation.path, after={"number": move.number})
