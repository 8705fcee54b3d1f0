"""A stored plan under the engine's hands, and back."""

from junheng.seats.zoning.editing import Editing, begin, lock
from junheng.seats.zoning.zone_map import Plan
from junheng.web.workbench.land import Land, land_of
from junheng.web.workbench.models import ZonePlan


def land_for(plan: ZonePlan) -> Land:
    """The county and section a plan is of."""
    return land_of(plan.base, plan.organisation.code, plan.section)


def opened(plan: ZonePlan) -> Editing:
    """The plan with its numbers and its locked areas."""
    land = land_for(plan)
    held = begin(land.board, as_array(land, plan.zones))
    return lock(held, [land.number[area] for area in plan.locked])


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
