"""A siting of a town of points: schools, candidate sites, children, ways; and what its answer means there."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from junheng.seats.assignment import NOBODY, UNSERVED_METRES, Arcs, Problem
from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.siting.boarding import Boards, Expanded, SitingTown, at_home, expanded
from junheng.seats.siting.model import SitingPlan, SitingProblem, open_or_not
from junheng.seats.siting.purposes import far_counts_more, uncovered

Objective = Literal["distance", "coverage", "farthest"]
OBJECTIVES: tuple[str, ...] = get_args(Objective)
"""What is made small: the way of all, the pupils beyond the radius, or the squared way, which counts the worst-off."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How many sites, for what money, how far at most, and what is made small with which radius (metres)."""

    at_most: int | None = None
    budget: float = float("inf")
    cap: float = float("inf")
    objective: Objective = "distance"
    radius: float = 500.0


def siting_problem(town: SitingTown, wish: Wish) -> SitingProblem:
    """The town as a siting; a pupil without a seat counts more than any way, so as many as can be have one.

    Where children board, areas and sites are those of ``boarding.expanded``.
    """
    grown = expanded(town)
    ways, children = grown.ways, grown.children
    arcs = Arcs(ways.first(children.size), ways.place, ways.metres)
    unserved = max(UNSERVED_METRES, 2 * float(ways.metres.max(initial=0.0)))
    places = Problem(children, grown.seats, arcs, unserved_metres=unserved, cap_metres=wish.cap)
    if wish.objective == "coverage":
        places = uncovered(places, wish.radius)
    elif wish.objective == "farthest":
        places = far_counts_more(places, wish.radius)
    stands = grown.existing
    options = open_or_not(grown.seats, stands, grown.money)
    new = ~stands & ~grown.dormitory
    return SitingProblem(
        at_home(places, grown.boards), options, new, wish.at_most, wish.budget, group=grown.group, annexe=grown.annexe
    )


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a siting means on the ground.

    Attributes:
        metres: (areas,) the way of each area's day pupils, NaN without a seat.
        pupils: (places,) assigned to each, boarders among them.
        areas: (places,) how many areas.
        mean_metres: of day pupils with a seat; NaN when nobody has one.
        farthest_metres: of them.
        within: the share of all pupils who live in the school or whose school lies within the radius.
        unserved: pupils without a seat.
        school: (areas,) where the day pupils go, ``NOBODY`` without a seat.
        boards: (boarding,) who boards, area by area.
    """

    metres: Floats
    pupils: Ints
    areas: Ints
    mean_metres: float
    farthest_metres: float
    within: float
    unserved: int
    school: Ints
    boards: tuple[Boards, ...]


def on_the_ground(town: SitingTown, answer: SitingPlan, radius: float) -> Ground:
    """Ways and loads counted from the assignment alone."""
    grown = expanded(town)
    goes, children, ways = answer.plan.assignment, grown.children, grown.ways
    metres = np.full(children.size, np.nan)
    taken = goes[ways.area] == ways.place
    metres[ways.area[taken]] = ways.metres[taken]
    at_school = np.zeros(children.size, bool)
    at_school[ways.area[taken & grown.boards]] = True
    seated = goes != NOBODY
    lived = seated & (children > 0)
    walk = lived & ~at_school
    served, walking = int(children[lived].sum()), int(children[walk].sum())
    near = lived & (at_school | (metres <= radius))
    place, count, places = grown.place[goes[seated]], town.children.size, town.seats.size
    return Ground(
        metres[:count],
        np.bincount(place, children[seated], places).astype(np.int64),
        _areas_of(grown, goes, places),
        float(metres[walk] @ children[walk]) / walking if walking else float("nan"),
        float(metres[walk].max(initial=0.0)),
        float(children[near].sum()) / max(int(children.sum()), 1),
        int(children.sum()) - served,
        np.where(goes[:count] == NOBODY, NOBODY, grown.place[goes[:count]]),
        tuple(
            Boards(int(grown.area[row]), int(grown.place[goes[row]]), int(children[row]), float(metres[row]))
            for row in np.flatnonzero(at_school & lived).tolist()
        ),
    )


def _areas_of(grown: Expanded, goes: Ints, places: int) -> Ints:
    """(places,) areas with any children at each, an area counted once."""
    seated = np.flatnonzero(goes != NOBODY)
    pairs = np.unique(np.stack((grown.place[goes[seated]], grown.area[seated])), axis=1)
    return np.bincount(pairs[0], minlength=places).astype(np.int64)
