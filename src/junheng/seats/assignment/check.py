"""The independent checker: what a plan claims, counted again from the problem alone, before anyone sees it."""

from collections import deque

import numpy as np

from junheng.seats.assignment.model import NOBODY, Ints, Plan, Problem, SplitPlan
from junheng.seats.assignment.ready import allowed

NEAR = 1e-9
"""Relative difference that sums in another order may have."""


def faults(problem: Problem, plan: Plan, *, contiguous: bool = False) -> list[str]:
    """Everything wrong with a plan; empty when it keeps every demand and its numbers are true."""
    found = []
    if plan.assignment.shape != problem.pupils.shape:
        return ["not one school for every area"]
    arc_of = {
        (area, school): arc
        for arc, (area, school) in enumerate(zip(problem.arcs.area.tolist(), problem.arcs.school.tolist(), strict=True))
    }
    load = [0] * problem.seats.size
    cost, unserved = 0.0, 0
    for area, school in enumerate(plan.assignment.tolist()):
        pupils = int(problem.pupils[area])
        if school == NOBODY:
            unserved += pupils
            cost += pupils * problem.unserved_metres
            continue
        arc = arc_of.get((area, school))
        if arc is None:
            found.append(f"area {area} goes to school {school} without an arc")
            continue
        found += _arc_faults(problem, area, school, arc)
        load[school] += pupils
        cost += pupils * float(problem.metres[arc])
    found += [
        f"school {j} seats {held} of {problem.seats[j]}" for j, held in enumerate(load) if held > problem.seats[j]
    ]
    if abs(cost - plan.objective) > NEAR * max(1.0, abs(cost)):
        found.append(f"objective {plan.objective} is {cost}")
    if unserved != plan.unserved:
        found.append(f"unserved {plan.unserved} is {unserved}")
    if plan.bound > cost * (1 + NEAR):
        found.append(f"bound {plan.bound} above objective {cost}")
    return found + (_torn(problem, plan.assignment) if contiguous else [])


def _arc_faults(problem: Problem, area: int, school: int, arc: int) -> list[str]:
    found = []
    if problem.arcs.metres[arc] > problem.cap_metres:
        found.append(f"area {area} goes farther than the cap")
    if problem.forbidden is not None and problem.forbidden[arc]:
        found.append(f"area {area} goes to school {school}, which is forbidden")
    if problem.locked is not None and problem.locked[area] not in {NOBODY, school}:
        found.append(f"area {area} is locked to school {problem.locked[area]}, not {school}")
    return found


def _torn(problem: Problem, assignment: Ints) -> list[str]:
    """Zones in more than one piece, and schools whose own area goes elsewhere."""
    found = []
    if problem.home is not None:
        found += _strayed(problem, assignment)
    for school in np.unique(assignment[assignment != NOBODY]).tolist():
        zone = set(np.flatnonzero(assignment == school).tolist())
        if len(_piece(problem, zone)) < len(zone):
            found.append(f"the zone of school {school} is in pieces")
    return found


def _strayed(problem: Problem, assignment: Ints) -> list[str]:
    """Schools whose own area goes elsewhere although it fits, may go there and holds no earlier school."""
    found: list[str] = []
    taken: set[int] = set()
    may = set(
        zip(problem.arcs.area[allowed(problem)].tolist(), problem.arcs.school[allowed(problem)].tolist(), strict=True)
    )
    for school, area in enumerate(problem.home.tolist() if problem.home is not None else ()):
        if area in taken or (area, school) not in may or problem.pupils[area] > problem.seats[school]:
            continue
        taken.add(area)
        if assignment[area] != school:
            found.append(f"school {school} stands in area {area}, which goes elsewhere")
    return found


def _piece(problem: Problem, zone: set[int]) -> set[int]:
    graph = problem.touching
    if graph is None:
        return set()
    start = next(iter(zone))
    seen, waiting = {start}, deque([start])
    while waiting:
        at = waiting.popleft()
        for other in graph.area[graph.first[at] : graph.first[at + 1]].tolist():
            if other in zone and other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def split_faults(problem: Problem, plan: SplitPlan) -> list[str]:
    """Everything wrong with a split plan."""
    found = []
    arcs = problem.arcs
    if (plan.flow < 0).any() or (plan.unserved < 0).any():
        found.append("negative pupils")
    sent = np.bincount(arcs.area, plan.flow, problem.pupils.size) + plan.unserved
    if (sent != problem.pupils).any():
        found.append("not every pupil is accounted for")
    load = np.bincount(arcs.school, plan.flow, problem.seats.size)
    found += [f"school {j} seats {load[j]:.0f} of {problem.seats[j]}" for j in np.flatnonzero(load > problem.seats)]
    for arc in np.flatnonzero(plan.flow > 0).tolist():
        found += _arc_faults(problem, int(arcs.area[arc]), int(arcs.school[arc]), arc)
    cost = float(problem.metres @ plan.flow) + problem.unserved_metres * float(plan.unserved.sum())
    if abs(cost - plan.objective) > NEAR * max(1.0, abs(cost)):
        found.append(f"objective {plan.objective} is {cost}")
    if plan.bound > cost * (1 + NEAR):
        found.append(f"bound {plan.bound} above objective {cost}")
    return found
