"""The smallest set of demands that clash: leave one out and the rest can be met.

Deletion filter of J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs,
ORSA Journal on Computing 3 (1991), first in large steps, as delta debugging does.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from junheng.seats.zoning.reasons.demands import Demand, Kind, Task, demands
from junheng.seats.zoning.reasons.oracle import Oracle
from junheng.seats.zoning.zone_map import Plan

T = TypeVar("T")

ORDERS: tuple[tuple[Kind, ...], ...] = (
    ("contiguity", "distance", "lock", "seats"),
    ("lock", "contiguity", "distance", "seats"),
    ("seats", "distance", "lock", "contiguity"),
)
"""What to try to leave out first; several ways lead to several conflicts, of which the smallest is told."""


def irreducible(items: Sequence[T], impossible: Callable[[Sequence[T]], bool]) -> list[T]:
    """A part of ``items`` that is still impossible, none of which can be left out.

    Args:
        items: impossible together.
        impossible: whether some of them are; what is impossible stays so with more of them.
    """
    kept = list(items)
    step = max(1, len(kept) // 2)
    while True:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + step :]
            if impossible(rest):
                kept = rest
            else:
                at += step
        if step == 1:
            return kept
        step //= 2


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Whether a task can be done.

    Attributes:
        plan: a plan that meets everything; None when there is none or none was found.
        conflict: demands that cannot be met together; empty when there is a plan or nothing was proven.
        irreducible: whether it is proven that none of the conflict can be left out.
        seconds: taken.
    """

    plan: Plan | None
    conflict: tuple[Demand, ...]
    irreducible: bool
    seconds: float


def diagnose(task: Task, seconds: float = 20) -> Diagnosis:
    """A plan, or the few demands that clash; neither when the time is too short to decide.

    For a neighbourhood or a county of some hundred areas; not for a whole city at once.
    """
    began = time.monotonic()
    asked = demands(task)
    oracle = Oracle(task, began + seconds)
    plan, decided = oracle.plan(asked)
    if plan is not None or not decided:
        return Diagnosis(plan, (), irreducible=False, seconds=time.monotonic() - began)
    conflicts = []
    for order in ORDERS:
        before = oracle.undecided
        found = irreducible(sorted(asked, key=lambda demand: order.index(demand.kind)), oracle.impossible)
        conflicts.append((len(found), oracle.undecided > before, tuple(sorted(found))))
    _, doubtful, conflict = min(conflicts)
    return Diagnosis(None, conflict, irreducible=not doubtful, seconds=time.monotonic() - began)
