"""Zones of a county and section at a milestone: whole areas, in one piece, close to today's map, for exactly the
children who will be there.

Where there are fewer seats than children the norm cannot hold: schools then take more, no fuller than the way to the
next school is worth (``crowding``), and the plan says how many sit above the norm. An area that still finds no seat
joins the neighbouring zone nearest to it, whose school takes more; one without any way is counted as forced.
"""

import heapq
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import NOBODY, UNSERVED_METRES, Arcs, Graph, Problem, assign, pieces, preferring
from junheng.seats.plan.crowding import Crowding, shared
from junheng.seats.plan.relief import Relief
from junheng.seats.plan.sites import Places

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SLACK = 1.02
"""Children that a school may take in the search for each it would have if areas could be split."""
SEARCHED, MENDED = 0.6, 0.5
"""Parts of the time for that search, and at most for mending its zones, and today's, area by area."""
FAR = 2.0
"""A child without a seat counts as so many times the longest way."""


@dataclass(frozen=True, slots=True, eq=False)
class ZonePlan:
    """Who goes where.

    ``assignment``: (areas,) places; ``objective``: pupil-metres with the metres for changes and for crowding (see
    ``crowding``), which no zones can bring below ``bound``; None when areas were ``forced``: their number.
    ``metres``: (areas,) the way to the assigned place.
    """

    assignment: Ints
    objective: float | None
    bound: float | None
    forced: int
    metres: Floats

    @property
    def gap(self) -> float | None:
        """Share by which the plan may lie above the best."""
        if self.objective is None or not self.bound:
            return None
        return (self.objective - self.bound) / self.bound


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a zone plan is drawn on: who touches whom, where each place stands (area or ``NOBODY``), today's place of
    every area (or ``NOBODY``), and the ways."""

    touching: Graph
    home: Ints
    today: Ints
    arcs: Arcs


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A zone plan with all it was drawn for: areas (numbers in the base), places with seats and classes, children."""

    there: Ints
    places: Places
    seats: Ints
    classes: Ints
    ground: Ground
    children: Ints
    plan: ZonePlan

    @property
    def load(self) -> Ints:
        """(places,) children of each place."""
        has = self.plan.assignment != NOBODY
        found = np.bincount(self.plan.assignment[has], self.children[has], self.seats.size)
        return found.astype(np.int64)

    @property
    def above(self) -> int:
        """Children above the class norm."""
        return int(np.maximum(self.load - self.seats, 0).sum())

    @property
    def fullest(self) -> float:
        """Children to a class in the school whose classes are largest."""
        some = self.classes > 0
        return float((self.load[some] / self.classes[some]).max(initial=0.0))


class TornZonesError(AssertionError):
    """The zones found do not stand up to the check; nothing is shown."""


def zone_plan(
    ground: Ground,
    children: Ints,
    seats: Ints,
    *,
    keep_metres: float,
    large: float,
    seconds: float = 2.0,
    seed: int = 0,
) -> ZonePlan:
    """Zones for the children of a milestone.

    Args:
        ground: of the county and section.
        children: (areas,) who go to schools with zones.
        seats: (places,) by the norm, 0 where there is no school yet.
        keep_metres: what a pupil who changes today's school counts.
        large: times the class norm at which classes are oversized.
        seconds: for the search.
        seed: of the random numbers.

    Raises:
        TornZonesError: the answer did not pass the checker.
    """
    arcs, crowding = ground.arcs, Crowding(large)
    surcharge = preferring(arcs, ground.today, keep_metres)
    best = shared(children, arcs, seats, surcharge, crowding)
    problem = Problem(
        pupils=children,
        seats=np.maximum(seats, np.ceil(best.load * SLACK)).astype(np.int64),
        arcs=arcs,
        surcharge=surcharge,
        unserved_metres=max(UNSERVED_METRES, FAR * float(arcs.metres.max(initial=0.0)) + keep_metres),
        touching=ground.touching,
        home=ground.home,
    )
    found = assign(problem, seconds=SEARCHED * seconds, contiguous=True, seed=seed).assignment
    relief = Relief(
        ground.touching,
        ground.home,
        arcs,
        arcs.metres + surcharge,
        children=children,
        seats=seats,
        crowding=crowding,
    )
    mended = [relief.mended(one, MENDED * seconds, seed) for one in (pieces_left(ground, found), begun(ground, seats))]
    zones = min(mended, key=lambda one: (int((one == NOBODY).sum()), relief.cost(one)))
    whole = filled(ground, zones, anywhere=True)
    forced = int((zones == NOBODY).sum())
    plan = ZonePlan(
        whole,
        None if forced else relief.cost(whole),
        None if forced else best.bound,
        forced,
        metres_of(arcs, whole),
    )
    wrong = faults(ground, plan, seats)
    if wrong:
        raise TornZonesError("; ".join(wrong[:5]))
    return plan


NEAR = 1e-9
"""Relative difference that sums in another order may have."""


def faults(ground: Ground, plan: ZonePlan, seats: Ints) -> list[str]:
    """Everything wrong with zones, found independently of how they were made; empty when they stand up."""
    found = [f"area {area} has no zone" for area in np.flatnonzero(plan.assignment == NOBODY).tolist()]
    for place in np.unique(plan.assignment[plan.assignment != NOBODY]).tolist():
        zone = set(np.flatnonzero(plan.assignment == place).tolist())
        if seats[place] <= 0:
            found.append(f"place {place} has a zone and no seats")
        if not plan.forced and len(main_piece(ground.touching, zone, int(ground.home[place]))) < len(zone):
            found.append(f"the zone of place {place} is in pieces")
    if plan.objective is not None and plan.bound is not None and plan.bound > plan.objective * (1 + NEAR):
        found.append(f"bound {plan.bound} above objective {plan.objective}")
    return found


def begun(ground: Ground, seats: Ints) -> Ints:
    """Today's map with a place for new schools: they get the area they stand in, and every zone stays in one piece."""
    start = np.where((ground.today != NOBODY) & (seats[ground.today] > 0), ground.today, NOBODY)
    for place, home in enumerate(ground.home.tolist()):
        if home != NOBODY and seats[place] > 0:
            start[home] = place
    start[~np.isfinite(metres_of(ground.arcs, start))] = NOBODY
    return filled(ground, pieces_left(ground, start))


def pieces_left(ground: Ground, zones: Ints) -> Ints:
    """Zones in one piece each: the one around the school, else the largest; areas of other pieces have none."""
    left = zones.copy()
    for place in np.unique(left[left != NOBODY]).tolist():
        zone = np.flatnonzero(left == place)
        kept = main_piece(ground.touching, set(zone.tolist()), int(ground.home[place]))
        left[[area for area in zone.tolist() if area not in kept]] = NOBODY
    return left


def main_piece(graph: Graph, zone: set[int], home: int) -> set[int]:
    """The connected piece with the home, or the largest one."""
    best: tuple[int, ...] = max(pieces(graph, sorted(zone)), key=lambda piece: (home in piece, len(piece)), default=())
    return set(best)


def filled(ground: Ground, assignment: Ints, *, anywhere: bool = False) -> Ints:
    """Areas without a place join the zone they touch and are nearest to, along their ways or ``anywhere``."""
    found = assignment.copy()
    graph, arcs = ground.touching, ground.arcs
    metres = dict(zip(zip(arcs.area.tolist(), arcs.school.tolist(), strict=True), arcs.metres.tolist(), strict=True))
    waiting: list[tuple[float, int, int]] = []

    def offer(area: int) -> None:
        for other in graph.area[graph.first[area] : graph.first[area + 1]].tolist():
            way = metres.get((other, int(found[area])), np.inf)
            if found[other] == NOBODY and (anywhere or way < np.inf):
                heapq.heappush(waiting, (way, other, int(found[area])))

    for area in np.flatnonzero(found != NOBODY).tolist():
        offer(area)
    while waiting:
        _, area, place = heapq.heappop(waiting)
        if found[area] == NOBODY:
            found[area] = place
            offer(area)
    return found


def metres_of(arcs: Arcs, assignment: Ints) -> Floats:
    """(areas,) metres to the assigned place; infinite without a way."""
    found = np.full(assignment.size, np.inf)
    hit = np.flatnonzero(arcs.school == assignment[arcs.area])
    found[arcs.area[hit]] = arcs.metres[hit]
    return found
