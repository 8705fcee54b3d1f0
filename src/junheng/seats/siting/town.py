"""A siting of a town of points: schools, candidate sites, children, ways; and what its answer means there."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from junheng.seats.assignment import NOBODY, UNSERVED_METRES, Arcs, Problem
from junheng.seats.assignment.model import Flags, Floats, Ints
from junheng.seats.places import Ways
from junheng.seats.siting.model import SitingPlan, SitingProblem, open_or_not
from junheng.seats.siting.purposes import far_counts_more, uncovered

Objective = Literal["distance", "coverage", "farthest"]
OBJECTIVES: tuple[str, ...] = get_args(Objective)
"""What is made small: the way of all, the pupils beyond the radius, or the squared way, which counts the worst-off."""


@dataclass(frozen=True, slots=True, eq=False)
class SitingTown:
    """The schools first, then the candidate sites.

    Attributes:
        children: (areas,) whole.
        seats: (places,) of each school as it is and of each site once built.
        schools: how many of the places are schools that stand.
        money: (places,) what building costs; 0 for schools.
        ways: from the areas to all places.
    """

    children: Ints
    seats: Ints
    schools: int
    money: Floats
    ways: Ways

    @property
    def existing(self) -> Flags:
        return np.arange(self.seats.size) < self.schools


@dataclass(frozen=True, slots=True)
class Wish:
    """How many sites, for what money, how far at most, and what is made small with which radius (metres)."""

    at_most: int | None = None
    budget: float = float("inf")
    cap: float = float("inf")
    objective: Objective = "distance"
    radius: float = 500.0


def siting_problem(town: SitingTown, wish: Wish) -> SitingProblem:
    """The town as a siting; a pupil without a seat counts more than any way, so as many as can be have one."""
    arcs = Arcs(town.ways.first(town.children.size), town.ways.place, town.ways.metres)
    unserved = max(UNSERVED_METRES, 2 * float(town.ways.metres.max(initial=0.0)))
    places = Problem(town.children, town.seats, arcs, unserved_metres=unserved, cap_metres=wish.cap)
    if wish.objective == "coverage":
        places = uncovered(places, wish.radius)
    elif wish.objective == "farthest":
        places = far_counts_more(places, wish.radius)
    options = open_or_not(town.seats, town.existing, town.money)
    return SitingProblem(places, options, ~town.existing, wish.at_most, wish.budget)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a siting means on the ground.

    Attributes:
        metres: (areas,) the way of each area, NaN without a seat.
        pupils: (places,) assigned to each.
        areas: (places,) how many areas.
        mean_metres: of pupils with a seat; NaN when nobody has one.
        farthest_metres: of them.
        within: the share of all pupils whose school lies within the radius.
        unserved: pupils without a seat.
    """

    metres: Floats
    pupils: Ints
    areas: Ints
    mean_metres: float
    farthest_metres: float
    within: float
    unserved: int


def on_the_ground(town: SitingTown, answer: SitingPlan, radius: float) -> Ground:
    """Ways and loads counted from the assignment alone."""
    goes, children = answer.plan.assignment, town.children
    metres = np.full(children.size, np.nan)
    taken = goes[town.ways.area] == town.ways.place
    metres[town.ways.area[taken]] = town.ways.metres[taken]
    seated = goes != NOBODY
    weight = np.where(seated, children, 0)
    served, places = int(weight.sum()), town.seats.size
    lived = seated & (children > 0)
    near = seated & (metres <= radius)
    return Ground(
        metres,
        np.bincount(goes[seated], children[seated], places).astype(np.int64),
        np.bincount(goes[seated], minlength=places).astype(np.int64),
        float(metres[lived] @ children[lived]) / served if served else float("nan"),
        float(metres[lived].max(initial=0.0)),
        float(children[near].sum()) / max(int(children.sum()), 1),
        int(children.sum()) - served,
    )
