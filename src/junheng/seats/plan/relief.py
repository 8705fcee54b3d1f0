"""Zones mended area by area: who has no zone joins one beside it, and full schools give areas to their neighbours.

Every zone stays in one piece around its school and keeps at least one area; a move is made when way, change of school
and crowding together become less.
"""

import time
from collections import deque
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import NOBODY, Arcs, Graph
from junheng.seats.plan.crowding import Crowding

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST = 1.0
"""Pupil-metres that a move has to save."""


class Relief:
    """Zones on their way to less crowding.

    Args:
        touching: which areas touch.
        home: (places,) the area a school stands in, which stays in its zone, or ``NOBODY``.
        arcs, metres: the ways, and what a child counts on each of them.
        children: (areas,).
        seats: (places,) by the norm; 0 where there is no school.
        crowding: what a full school costs.
    """

    def __init__(
        self,
        touching: Graph,
        home: Ints,
        arcs: Arcs,
        metres: Floats,
        *,
        children: Ints,
        seats: Ints,
        crowding: Crowding,
    ) -> None:
        first = touching.first.tolist()
        beside = touching.area.tolist()
        self.beside: list[list[int]] = [beside[start:end] for start, end in pairwise(first)]
        self.fixed = set(home[home != NOBODY].tolist())
        self.children, self.seats, self.crowding = children.tolist(), seats.tolist(), crowding
        self.ways: list[dict[int, float]] = [{} for _ in self.children]
        for area, place, way in zip(arcs.area.tolist(), arcs.school.tolist(), metres.tolist(), strict=True):
            if self.seats[place] > 0:
                self.ways[area][place] = way
        self.zone: list[int] = []
        self.load: list[int] = []
        self.held: list[int] = []

    def mended(self, assignment: Ints, seconds: float, seed: int = 0) -> Ints:
        """(areas,) the zones, areas without one joined and crowding relieved as far as the time allows."""
        until = time.perf_counter() + seconds
        self.zone = assignment.tolist()
        self.load, self.held = [0] * len(self.seats), [0] * len(self.seats)
        for area, place in enumerate(self.zone):
            if place != NOBODY:
                self._count(area, place, 1)
        self._join()
        order = np.random.default_rng(seed).permutation(len(self.zone)).tolist()
        waiting, inside = deque(order), set(order)
        while waiting and time.perf_counter() < until:
            area = waiting.popleft()
            inside.discard(area)
            changed = self._move(area)
            for other in changed:
                if other not in inside:
                    inside.add(other)
                    waiting.append(other)
        return np.array(self.zone, dtype=np.int64)

    def cost(self, zones: Ints) -> float:
        """Pupil-metres of zones, with changes and crowding, counted from scratch; who has no zone counts nothing."""
        load, way = [0] * len(self.seats), 0.0
        for area, place in enumerate(zones.tolist()):
            if place != NOBODY:
                load[place] += self.children[area]
                way += self.children[area] * self.ways[area].get(place, np.inf)
        return way + sum(self.crowding.cost(*pair) for pair in zip(self.seats, load, strict=True))

    def _count(self, area: int, place: int, sign: int) -> None:
        self.load[place] += sign * self.children[area]
        self.held[place] += sign

    def _dear(self, place: int, more: int) -> float:
        """What a school's crowding costs more with so many children more."""
        now, seats = self.load[place], self.seats[place]
        return self.crowding.cost(seats, now + more) - self.crowding.cost(seats, now)

    def _join(self) -> None:
        """Areas without a zone join the one beside them that costs least, one after another."""
        waiting = {area for area, place in enumerate(self.zone) if place == NOBODY}
        while waiting:
            offers = [
                (self.ways[area][place] * self.children[area] + self._dear(place, self.children[area]), area, place)
                for area in sorted(waiting)
                for place in self._around(area)
            ]
            if not offers:
                return
            _, area, place = min(offers)
            self.zone[area] = place
            self._count(area, place, 1)
            waiting.discard(area)

    def _around(self, area: int) -> list[int]:
        """Places whose zone touches the area and to which it has a way."""
        near = {self.zone[other] for other in self.beside[area]} - {NOBODY, self.zone[area]}
        return sorted(place for place in near if place in self.ways[area])

    def _move(self, area: int) -> list[int]:
        """Sends the area where it costs least; the areas for which that changes something."""
        old, children = self.zone[area], self.children[area]
        if old == NOBODY or area in self.fixed or self.held[old] == 1 or old not in self.ways[area]:
            return []
        leaving = self._dear(old, -children) - children * self.ways[area][old]
        best, goal = -LEAST, NOBODY
        for place in self._around(area):
            saved = leaving + children * self.ways[area][place] + self._dear(place, children)
            if saved < best:
                best, goal = saved, place
        if goal == NOBODY or not self._whole_without(area):
            return []
        self._count(area, old, -1)
        self._count(area, goal, 1)
        self.zone[area] = goal
        return [*self.beside[area], *(one for one, place in enumerate(self.zone) if place in {old, goal})]

    def _whole_without(self, area: int) -> bool:
        """Whether the area's zone holds together without it."""
        place = self.zone[area]
        near = [other for other in self.beside[area] if self.zone[other] == place]
        if len(near) <= 1:
            return len(near) == 1
        seen, waiting = {area, near[0]}, [near[0]]
        while waiting:
            for other in self.beside[waiting.pop()]:
                if other not in seen and self.zone[other] == place:
                    seen.add(other)
                    waiting.append(other)
        return len(seen) == self.held[place]
