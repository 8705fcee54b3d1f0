"""Which demands a given plan breaks, and where."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.contiguity import Piece, bridge, pieces
from junheng.seats.zoning.reasons.demands import Demand, Task, demands
from junheng.seats.zoning.zone_map import Plan


@dataclass(frozen=True, slots=True)
class Breach:
    """A demand that a plan breaks.

    Attributes:
        demand: which.
        excess: pupils without a seat, or metres beyond the cap (infinite when no way is known); 0 otherwise.
        cut_off: the areas apart from their school.
        bridge: areas of other zones that would join the first piece again.
    """

    demand: Demand
    excess: float = 0.0
    cut_off: Piece = ()
    bridge: Piece = ()


def breaches(task: Task, plan: Plan) -> tuple[Breach, ...]:
    """Everything a plan breaks; empty when it is in order."""
    found = (_breach(task, plan, demand) for demand in demands(task))
    return tuple(one for one in found if one)


def _breach(task: Task, plan: Plan, demand: Demand) -> Breach | None:
    if demand.kind == "contiguity":
        return _broken(task, plan, demand)
    if demand.kind == "seats":
        excess = float(task.pupils[plan == demand.school].sum() - task.seats[demand.school])
        return Breach(demand, excess) if excess > 0 else None
    if demand.kind == "lock":
        return Breach(demand) if plan[demand.area] != demand.school else None
    metres = float(task.metres[demand.area, plan[demand.area]])
    excess = float("inf") if np.isnan(metres) else metres - (task.cap or 0)
    return Breach(demand, excess) if excess > 0 else None


def _broken(task: Task, plan: Plan, demand: Demand) -> Breach | None:
    areas = np.flatnonzero(plan == demand.school).tolist()
    main, *loose = pieces(task.borders, areas, int(task.home[demand.school])) or ((),)
    if not loose:
        return None
    cut_off = tuple(sorted(area for piece in loose for area in piece))
    return Breach(demand, cut_off=cut_off, bridge=bridge(task.borders, loose[0], main))
