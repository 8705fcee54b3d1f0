"""Where to build, extend, merge or close: the sites with their sizes, what limits them, and the answer."""

from dataclasses import dataclass, replace

import numpy as np

from junheng.seats.assignment import NOBODY, Plan, Problem
from junheng.seats.assignment.model import Flags, Floats, Ints, gap


@dataclass(frozen=True)
class Options:
    """What each site may become: the options of site ``j`` are ``first[j]:first[j+1]``, exactly one is chosen.

    Attributes:
        first: (sites + 1,).
        seats: (options,) seats then; 0 is a closed or unbuilt site. Classes times the class norm, never above the
            scale limit of a school: whoever lists the options sees to both.
        money: (options,) what choosing it costs, in any one unit: building, extending, closing; 0 for leaving as is.
    """

    first: Ints
    seats: Ints
    money: Floats

    @property
    def site(self) -> Ints:
        """(options,) the site of each option."""
        return np.repeat(np.arange(self.first.size - 1), np.diff(self.first))


@dataclass(frozen=True)
class SitingProblem:
    """Which sites to open and at what size, and who then goes where.

    Attributes:
        places: areas, arcs to all sites, demands; its ``seats`` are not read.
        options: of every site. A site without an option of 0 seats stays open.
        new: (sites,) True on sites that count against ``at_most`` when they have seats.
        at_most: new sites opened at most; None for any number.
        budget: money spent at most; infinite for no limit.
        metres_per_money: pupil-metres that one unit of money is worth; 0 leaves money to the budget.
        group: (sites,) a township's number on its sites that may board, ``NOBODY`` elsewhere; at least one site of
            each group is open. None for no groups.
        annexe: (sites,) on a site the number of another that is part of it (a dormitory), ``NOBODY`` elsewhere: it has
            as many options, and the one in the place of its site's. It is no new site, costs nothing of its own and is
            in no group. None for no annexes.
    """

    places: Problem
    options: Options
    new: Flags
    at_most: int | None = None
    budget: float = float("inf")
    metres_per_money: float = 0.0
    group: Ints | None = None
    annexe: Ints | None = None

    @property
    def part_of(self) -> Ints:
        """(sites,) the site that each is part of: itself unless it is an annexe."""
        site = np.arange(self.new.size)
        if self.annexe is not None:
            wholes = np.flatnonzero(self.annexe != NOBODY)
            site[self.annexe[wholes]] = wholes
        return site

    def followed(self, chosen: Ints) -> Ints:
        """(sites,) the same options, annexes at those of their sites."""
        if self.annexe is None:
            return chosen
        first, whole = self.options.first[:-1], self.part_of
        return np.asarray(first + (chosen - first)[whole], np.int64)

    @property
    def most_seats(self) -> Ints:
        """(sites,) the most seats each may have."""
        return np.asarray(np.maximum.reduceat(self.options.seats, self.options.first[:-1]), np.int64)

    @property
    def places_at_most(self) -> Problem:
        """The areas with every site at the most seats it may have."""
        return replace(self.places, seats=self.most_seats)

    def places_at(self, chosen: Ints) -> Problem:
        """The areas with the sites as chosen; (sites,) the option of each."""
        return replace(self.places, seats=self.options.seats[chosen])

    def money_of(self, chosen: Ints) -> float:
        """Money that a choice spends; (sites,) the option of each."""
        return float(self.options.money[chosen].sum())


@dataclass(frozen=True)
class SitingPlan:
    """The answer.

    Attributes:
        chosen: (sites,) the option of each site.
        seats: (sites,) its seats.
        plan: one school for each area; its objective and bound count the ways only.
        money: spent.
        objective: pupil-metres, unserved pupils and money as the problem weighs them.
        bound: no siting within the limits costs less.
    """

    chosen: Ints
    seats: Ints
    plan: Plan
    money: float
    objective: float
    bound: float

    @property
    def gap(self) -> float:
        return gap(self.objective, self.bound)


def open_or_not(seats: Ints, existing: Flags, money: Floats) -> Options:
    """Existing sites as they are, every other built with its seats for its money or not at all."""
    sites = seats.size
    width = np.where(existing, 1, 2)
    first = np.concatenate(([0], np.cumsum(width))).astype(np.int64)
    at = np.repeat(np.arange(sites), width)
    built = np.ones(at.size, bool)
    built[first[:-1][~existing]] = False
    return Options(
        first,
        np.where(built, seats[at], 0).astype(np.int64),
        np.where(built & ~existing[at], money[at], 0.0).astype(np.float64),
    )


__all__ = ["NOBODY", "Options", "SitingPlan", "SitingProblem", "open_or_not"]
