"""What to build in a county by a milestone: seats for every child first, then as cheaply as possible, then near.

Capacitated facility location with existing schools, modular capacities (classes) and a budget, for both sections at
once because a nine-year school gives its classes to either. Children may be split over schools here; zones come later.
Two programs one after another, each with its own bound: the fewest children without a seat, then the least money that
leaves no more of them. Reference: M. S. Daskin, Network and Discrete Location, 2nd ed., Wiley 2013, ch. 8.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from junheng.seats.plan.costs import Prices
from junheng.seats.plan.milp import Program, Solver
from junheng.seats.plan.options import Built, Classes, Land, Limits, Need, everything, left_over, most
from junheng.seats.plan.trim import trimmed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WHOLE = 1e-6
"""Of a child, that a bound may miss by rounding."""
SCALE = 10_000.0
"""Money counts in units of 10,000 yuan."""


def build(
    solver: Solver,
    needs: Mapping[str, Need],
    land: Land,
    prices: Prices,
    *,
    limits: Limits,
    seconds: float = 10.0,
) -> Built:
    """The classes to build.

    Args:
        solver: of mixed-integer programs.
        needs: by section.
        land: sites.
        prices: of schools and classes.
        limits: money, size of new schools, tolerance.
        seconds: for each of the two programs.
    """
    model = _Model(needs, land, prices, limits)
    tolerated = int(limits.tolerance * sum(int(need.children.sum()) for need in needs.values()))
    least, best = _fewest(solver, model, seconds)
    if best is None:
        return model.nothing()
    allowed = max(best.unserved, tolerated)
    if sum(left_over(need, {}, section) for section, need in needs.items()) <= allowed:
        return replace(model.nothing(), unserved_bound=float(least), allowed=allowed, cost_gap=0.0, found=True)
    second = solver.solve(model.program(model.money(), at_most=allowed), seconds)
    found = best if second.values is None else model.answer(second.values)
    bound = max(0.0, second.bound * SCALE)
    return trimmed(
        replace(found, unserved_bound=float(least), money_bound=bound, allowed=allowed), needs, land, prices, limits
    )


def _fewest(solver: Solver, model: "_Model", seconds: float) -> tuple[float, Built | None]:
    """How many children are left without a seat at least, and a plan that leaves few of them.

    Without a limit to money everything is built: one flow tells who is left, another, with shared land counted twice,
    that nobody can leave fewer. A program is solved only where the two differ or money is limited.
    """
    needs, land = model.needs, model.land
    full = most(needs, land)
    least = float(sum(left_over(need, full, section) for section, need in needs.items()))
    whole = model.built(everything(needs, land))
    if model.budget is None and whole.unserved <= least:
        return least, whole
    first = solver.solve(model.program(model.unserved_cost()), seconds)
    least = max(least, float(np.ceil(first.bound - WHOLE)))
    if first.values is not None:
        found = model.answer(first.values)
        return least, found if model.budget is not None or found.unserved <= whole.unserved else whole
    return least, whole if model.budget is None else None


class _Model:
    """Columns: flow on every arc, children left over by area, classes added by school, classes of each site, site
    opened; section after section, the sites' openings last."""

    def __init__(self, needs: Mapping[str, Need], land: Land, prices: Prices, limits: Limits) -> None:
        self.needs, self.land, self.prices = needs, land, prices
        self.limits, self.budget = limits, limits.budget if prices.known else None
        self.entries: list[tuple[Ints, Ints, Floats]] = []
        self.lowest: list[Floats] = []
        self.highest: list[Floats] = []
        self.rows = 0
        self.start: dict[str, tuple[int, int, int, int]] = {}
        at = 0
        for section, need in needs.items():
            flows, areas, all_places = need.arcs.school.size, need.children.size, len(need.places.code)
            self.start[section] = (at, at + flows, at + flows + areas, at + flows + areas + need.places.schools)
            at += flows + areas + all_places
        self.opened, self.columns = at, at + len(land.code)
        self.upper = np.full(self.columns, np.inf)
        self.whole = np.zeros(self.columns, dtype=bool)
        self.upper[self.opened :], self.whole[self.opened :] = 1.0, True
        for section in needs:
            self._section(section)
        self._land()
        if self.budget is not None:
            used = np.flatnonzero(self.money())
            self._add([(np.zeros(used.size, np.int64), used, self.money()[used])], [-np.inf], [self.budget / SCALE])

    def _section(self, section: str) -> None:
        need, (flow, left, added, _) = self.needs[section], self.start[section]
        there, arcs, areas = need.places, need.arcs, need.children.size
        arc = np.arange(arcs.school.size)
        self.upper[flow:left] = need.children[arcs.area]
        self.upper[left:added] = need.children
        classes = np.concatenate([there.addable[: there.schools], there.classes_max[there.schools :]])
        self.upper[added : added + classes.size], self.whole[added : added + classes.size] = classes, True
        ones = np.ones(areas)
        self._add(
            [(arcs.area, flow + arc, np.ones(arc.size)), (np.arange(areas), left + np.arange(areas), ones)],
            need.children.astype(float),
            need.children.astype(float),
        )
        every = np.arange(len(there.code))
        self._add(
            [
                (arcs.school, flow + arc, np.ones(arc.size)),
                (every, added + every, np.full(every.size, -float(need.norm))),
            ],
            np.full(every.size, -np.inf),
            there.seats.astype(float),
        )

    def _land(self) -> None:
        """Classes of a site fit on it, and only when it is opened."""
        number = {code: at for at, code in enumerate(self.land.code)}
        row, column = [], []
        for section, need in self.needs.items():
            for at, code in enumerate(need.places.code[need.places.schools :]):
                row.append(number[code])
                column.append(self.start[section][3] + at)
        sites, placed = np.arange(len(self.land.code)), (np.array(row, np.int64), np.array(column, np.int64))
        entries = [(*placed, np.ones(len(row))), (sites, self.opened + sites, -self.land.room.astype(float))]
        self._add(entries, np.full(sites.size, -np.inf), np.zeros(sites.size))
        least = np.where(self.land.opened, 0.0, np.minimum(self.limits.least_classes, self.land.room))
        entries = [(*placed, np.ones(len(row))), (sites, self.opened + sites, -least)]
        self._add(entries, np.zeros(sites.size), np.full(sites.size, np.inf))

    def _add(
        self, entries: list[tuple[Ints, Ints, Floats]], lowest: Floats | list[float], highest: Floats | list[float]
    ) -> None:
        self.entries += [(row + self.rows, column, value) for row, column, value in entries]
        self.lowest.append(np.asarray(lowest, dtype=float))
        self.highest.append(np.asarray(highest, dtype=float))
        self.rows += len(self.lowest[-1])

    def unserved_cost(self) -> Floats:
        """1 for every child left over."""
        cost = np.zeros(self.columns)
        for _flow, left, added, _new in self.start.values():
            cost[left:added] = 1.0
        return cost

    def money(self) -> Floats:
        """What every column costs, in units of 10,000 yuan."""
        cost = np.zeros(self.columns)
        for section, need in self.needs.items():
            _, _, added, new = self.start[section]
            cost[added:new] = self.prices.added_class
            cost[new : new + len(need.places.code) - need.places.schools] = self.prices.new_class
        cost[self.opened :] = np.where(self.land.opened, 0.0, self.prices.school)
        return cost / SCALE

    def program(self, cost: Floats, at_most: float | None = None) -> Program:
        """The program with a cost; with at most so many children left over."""
        entries, lowest, highest = list(self.entries), list(self.lowest), list(self.highest)
        if at_most is not None:
            left = np.flatnonzero(self.unserved_cost())
            entries.append((np.full(left.size, self.rows, dtype=np.int64), left, np.ones(left.size)))
            lowest, highest = [*lowest, np.array([-np.inf])], [*highest, np.array([at_most])]
        row, column, value = (np.concatenate([one[at] for one in entries]) for at in range(3))
        return Program(
            cost, self.upper, self.whole, row, column, value, np.concatenate(lowest), np.concatenate(highest)
        )

    def answer(self, values: Floats) -> Built:
        """A solution in words of the base."""
        classes: Classes = {}
        for section, need in self.needs.items():
            start = self.start[section][2]
            for at, code in enumerate(need.places.code):
                if count := round(values[start + at]):
                    classes[section, code] = count
        return self.built(classes)

    def built(self, classes: Classes) -> Built:
        """The classes with the children they leave without a seat; cost and proof are counted later."""
        sites = set(self.land.code)
        unserved = sum(left_over(need, classes, section) for section, need in self.needs.items())
        added = {key: count for key, count in classes.items() if key[1] not in sites}
        new = {key: count for key, count in classes.items() if key[1] in sites}
        return Built(added, new, unserved, 0.0, None, float("inf"), found=True)

    def nothing(self) -> Built:
        """Nothing is built; without prices that costs None."""
        unserved = sum(left_over(need, {}, section) for section, need in self.needs.items())
        return Built({}, {}, unserved, 0.0, self.prices.cost(0, 0, 0), float("inf"), found=False)
