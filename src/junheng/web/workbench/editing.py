"""A stored plan under the engine's hands, and back."""

from junheng.seats.zoning.editing import Editing, begin, lock, unlock
from junheng.seats.zoning.zone_map import Plan
from junheng.web.workbench.land import Land, land_of
from junheng.web.workbench.models import ZonePlan

OPEN = 8
"""Plans whose numbers a process remembers."""
_KEPT: dict[int, Editing] = {}


def land_for(plan: ZonePlan) -> Land:
    """The county and section a plan is of."""
    return land_of(plan.base, plan.organisation.code, plan.section)


def opened(plan: ZonePlan) -> Editing:
    """The plan with its numbers and its locked areas."""
    land = land_for(plan)
    zones = as_array(land, plan.zones)
    kept = _KEPT.get(plan.pk)
    same = kept is not None and kept.board is land.board and bool((kept.plan == zones).all())
    held = kept if kept is not None and same else begin(land.board, zones)
    return lock(unlock(held, held.locked), [land.number[area] for area in plan.locked])


def keep_open(plan: ZonePlan, editing: Editing) -> None:
    """Remember a plan's numbers for the next move in this process; used only where its zones are still the same."""
    _KEPT.pop(plan.pk, None)
    _KEPT[plan.pk] = editing
    while len(_KEPT) > OPEN:
        _KEPT.pop(next(iter(_KEPT)))


def as_array(land: Land, zones: dict[str, str]) -> Plan:
    """(areas,) the schools of stored zones by their place on the board.

    Raises:
        KeyError: an area has no school, or one that is not on the board.
    """
    import numpy as np

    return np.array([land.school_number[zones[area]] for area in land.board.areas], dtype=np.int64)


def as_zones(land: Land, plan: Plan) -> dict[str, str]:
    """Area -> school code."""
    schools = land.board.schools
    return {area: schools[at] for area, at in zip(land.board.areas, plan.tolist(), strict=True)}
