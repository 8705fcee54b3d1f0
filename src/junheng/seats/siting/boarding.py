"""Who boards and where: children who may board go as far as they must, as long as there are boarding places.

A boarding place is a bed with its seat in class, beside the seats of day pupils: a school with boarding places is two
sites, itself and its dormitory, which open together. The children of an area who may board are a row of their own;
like the others they may go to any school within the cap, and besides to any dormitory they have a way to, where their
daily way is none and what counts is the way home.

Rules: children board from the grade that the parameter ``boarding.grade`` names; how many do, and what a place costs,
is the user's (``boarding.share``, ``boarding.place_cost``: no number was found). At least one boarding school in every
township: 郑政〔2023〕26号 第十七条.
"""

from dataclasses import dataclass, replace

import numpy as np

from junheng.seats.assignment import NOBODY, Problem
from junheng.seats.assignment.model import Flags, Floats, Ints
from junheng.seats.places import Ways
from junheng.seats.siting.reasons import Names


@dataclass(frozen=True, slots=True, eq=False)
class SitingTown:
    """The schools first, then the candidate sites.

    Attributes:
        children: (areas,) whole.
        seats: (places,) of each school as it is and of each site once built.
        schools: how many of the places are schools that stand.
        money: (places,) what building costs; 0 for schools.
        ways: from the areas to all places.
        boarders: (areas,) how many of the children may board; None for none.
        boarding: (places,) boarding places beside the seats, each a bed with its seat in class, of each school as it is
            and of each site once built; None for none.
        township: (places,) the number of the township in which a boarding school must be, ``NOBODY`` for none; at least
            one place of each number that has boarding places is open. None for no such demand.
    """

    children: Ints
    seats: Ints
    schools: int
    money: Floats
    ways: Ways
    boarders: Ints | None = None
    boarding: Ints | None = None
    township: Ints | None = None

    @property
    def existing(self) -> Flags:
        return np.arange(self.seats.size) < self.schools


@dataclass(frozen=True, slots=True)
class Boards:
    """Children of an area who board at a place, and their way home in metres."""

    area: int
    place: int
    children: int
    metres: float


@dataclass(frozen=True, slots=True, eq=False)
class Expanded:
    """The town with dormitories as sites and children who may board as rows.

    Attributes:
        children: (rows,) day pupils of each area, then those who may board, area by area.
        area: (rows,) the area of each.
        seats: (sites,) of each place, then of each dormitory.
        place: (sites,) the place of each.
        existing, dormitory: (sites,).
        money: (sites,) 0 for dormitories: the place bears it.
        ways: from rows to sites.
        boards: (ways,) True on those to a dormitory.
        group: (sites,) the township for which a place with boarding places counts, ``NOBODY`` elsewhere; or None.
        annexe: (sites,) the dormitory of each place, or None.
    """

    children: Ints
    area: Ints
    seats: Ints
    place: Ints
    existing: Flags
    dormitory: Flags
    money: Floats
    ways: Ways
    boards: Flags
    group: Ints | None
    annexe: Ints | None

    def named(self, names: Names) -> Names:
        """The names of rows and sites, where areas and places have theirs."""
        count = self.dormitory.size - int(self.dormitory.sum())
        rows = [f"{names.area(int(one))}（寄宿 boarders）" for one in self.area[len(names.areas) :]]
        sites = [f"{names.site(int(one))}（寄宿 boarding）" for one in self.place[count:]]
        return Names((*names.areas, *rows), (*names.sites, *sites), names.groups)


def expanded(town: SitingTown) -> Expanded:
    """The town as a siting sees it; a place that has boarding places alone is its own dormitory."""
    boarding = np.zeros(town.seats.size, np.int64) if town.boarding is None else town.boarding
    both = np.flatnonzero((boarding > 0) & (town.seats > 0))
    place = np.concatenate((np.arange(town.seats.size), both))
    dormitory = np.arange(place.size) >= town.seats.size
    alone = np.where(town.seats > 0, town.seats, boarding)
    beds = np.flatnonzero(boarding > 0)
    sites = beds.copy()
    sites[np.isin(beds, both)] = town.seats.size + np.arange(both.size)
    home = np.full(town.seats.size, NOBODY)
    home[beds] = sites
    rows, children, ways, boards = _rows(town, home)
    return Expanded(
        children,
        rows,
        np.concatenate((alone, boarding[both])).astype(np.int64),
        place,
        town.existing[place],
        dormitory,
        np.where(dormitory, 0.0, town.money[place]),
        ways,
        boards,
        _groups(town, boarding, dormitory),
        np.where(dormitory | (home[place] == place), NOBODY, home[place]) if both.size else None,
    )


def _rows(town: SitingTown, home: Ints) -> tuple[Ints, Ints, Ways, Flags]:
    """The area and the children of each row, the ways and which of them lead to a dormitory."""
    areas = town.children.size
    may = np.zeros(areas, np.int64) if town.boarders is None else np.minimum(town.boarders, town.children)
    some = np.flatnonzero(may > 0)
    row = np.full(areas, NOBODY)
    row[some] = areas + np.arange(some.size)
    ways, alone = town.ways, home[town.ways.place] == town.ways.place
    day = ~alone
    also = day & (row[ways.area] != NOBODY)
    sleeps = (home[ways.place] != NOBODY) & (row[ways.area] != NOBODY)
    area = np.concatenate((ways.area[day], row[ways.area[also]], row[ways.area[sleeps]]))
    place = np.concatenate((ways.place[day], ways.place[also], home[ways.place[sleeps]]))
    metres = np.concatenate((ways.metres[day], ways.metres[also], ways.metres[sleeps]))
    boards = np.arange(area.size) >= day.sum() + also.sum()
    order = np.lexsort((place, area))
    rows = np.concatenate((np.arange(areas), some))
    children = np.concatenate((town.children - may, may[some])).astype(np.int64)
    return rows, children, Ways(area[order], place[order], metres[order]), boards[order]


def _groups(town: SitingTown, boarding: Ints, dormitory: Flags) -> Ints | None:
    if town.township is None:
        return None
    group = np.full(dormitory.size, NOBODY)
    group[: town.seats.size] = np.where(boarding > 0, town.township, NOBODY)
    return group


def at_home(places: Problem, boards: Flags) -> Problem:
    """The daily way of boarders is none, so that no cap is in theirs; what their way home counts stays as it is."""
    if not boards.any():
        return places
    metres = np.where(boards, 0.0, places.arcs.metres)
    return replace(places, arcs=replace(places.arcs, metres=metres), surcharge=places.metres - metres)
