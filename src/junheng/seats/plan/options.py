"""What may be built in a county, how little it may be, and who is left without a seat by any choice of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.facts.remainders import proportional
from junheng.seats.assignment import Arcs
from junheng.seats.plan.crowds import without_seat
from junheng.seats.plan.sites import Places

Ints = NDArray[np.int64]
Classes = dict[tuple[str, str], int]
"""(Section, place) -> classes."""


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """A section of a county at a milestone: its places, ways to them, children of each area, pupils to a class."""

    places: Places
    arcs: Arcs
    children: Ints
    norm: int


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """Sites of a county: code, classes that still fit, whether a school was built there at an earlier milestone, and
    what opening one costs without its classes (yuan, or weights without prices)."""

    code: list[str]
    room: Ints
    opened: NDArray[np.bool_]
    opening: NDArray[np.float64]

    def openings(self, codes: Collection[str]) -> float:
        """What opening these sites costs; those opened before cost nothing."""
        rows = zip(self.code, self.opened, self.opening, strict=True)
        return float(sum(cost for code, opened, cost in rows if code in codes and not opened))


@dataclass(frozen=True, slots=True)
class Limits:
    """Yuan to spend (None for no limit; without prices there is no money to limit), least classes of a new school,
    share of the children who may sit above the class norm before anything is built for them."""

    budget: float | None = None
    least_classes: int = 0
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class Built:
    """Classes to build.

    ``added``: by section and school; ``new``: by section and site, also sites built on before; ``unserved``: children
    without a seat, none can be fewer than ``unserved_bound``; ``cost`` in yuan (None without prices) and its
    ``cost_gap``; ``found``: False when the time was too short and nothing is proposed. ``money_bound``: no plan that
    leaves no more than ``allowed`` children without a seat is cheaper (yuan, or weights without prices).
    """

    added: Mapping[tuple[str, str], int]
    new: Mapping[tuple[str, str], int]
    unserved: int
    unserved_bound: float
    cost: int | None
    cost_gap: float
    found: bool
    money_bound: float = 0.0
    allowed: int = 0


def left_over(need: Need, classes: Mapping[tuple[str, str], int], section: str) -> int:
    """Children of a section without a seat when so many classes are built; exact, children may be split."""
    more = [classes.get((section, code), 0) * need.norm for code in need.places.code]
    seats = need.places.seats + np.array(more, dtype=np.int64)
    return without_seat(need.children, need.arcs, seats)


def most(needs: Mapping[str, Need], land: Land) -> Classes:
    """Everything that may be built by any section, land counted for each of them: nobody can do better than this."""
    room = dict(zip(land.code, land.room.tolist(), strict=True))
    found: Classes = {}
    for section, need in needs.items():
        for at, code in enumerate(need.places.code):
            fits = int(need.places.classes_max[at])
            found[section, code] = int(need.places.addable[at]) if at < need.places.schools else min(room[code], fits)
    return found


def everything(needs: Mapping[str, Need], land: Land) -> Classes:
    """All land and all room built, shared land divided by the children who have no seat today."""
    found = most(needs, land)
    lack = {section: left_over(need, {}, section) for section, need in needs.items()}
    for code, room in zip(land.code, land.room.tolist(), strict=True):
        users = [section for section in needs if (section, code) in found]
        if len(users) > 1:
            wants = np.array([max(lack[section], 1) for section in users], dtype=np.int64)
            for section, share in zip(users, proportional(min(room, int(wants.sum())), wants).tolist(), strict=True):
                found[section, code] = min(share, found[section, code])
    return {key: count for key, count in found.items() if count}
