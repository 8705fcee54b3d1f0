"""What may be built and what it costs as a small program: children appear in it only as crowds that need seats.

Columns: for each section the children left over and the classes of every place, then one for each site's opening. The
crowds are found as they are needed (Benders decomposition): a program with some of them leaves no more children over
than the one with all, so its bound holds. Reference: J. F. Benders, Partitioning procedures for solving mixed-variables
programming problems, Numerische Mathematik 4 (1962).
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from junheng.programs import Program
from junheng.seats.plan.costs import Prices
from junheng.seats.plan.crowds import Crowd
from junheng.seats.plan.options import Classes, Land, Limits, Need

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Entries = tuple[Ints, Floats]
"""Columns of a row and their values."""

SCALE = 10_000.0
"""Money counts in units of 10,000 yuan."""


class Master:
    """The columns of a county and the rows known so far."""

    def __init__(self, needs: Mapping[str, Need], land: Land, prices: Prices, limits: Limits) -> None:
        self.needs, self.land, self.prices = needs, land, prices
        self.left: dict[str, int] = {}
        self.classes: dict[str, slice] = {}
        at = 0
        for section, need in needs.items():
            self.left[section] = at
            self.classes[section] = slice(at + 1, at + 1 + len(need.places.code))
            at = self.classes[section].stop
        self.opened = slice(at, at + len(land.code))
        self.upper = np.full(self.opened.stop, np.inf)
        self.whole = np.ones(self.opened.stop, dtype=bool)
        self.upper[self.opened] = 1.0
        for section, need in needs.items():
            self.upper[self.left[section]] = float(need.children.sum())
            self.whole[self.left[section]] = False
            self.upper[self.classes[section]] = np.where(
                need.places.existing, need.places.addable, need.places.classes_max
            )
        self.rows: list[tuple[Entries, float, float]] = []
        self._land(limits.least_classes)
        if limits.budget is not None and prices.known:
            used = np.flatnonzero(self.money())
            self.rows.append(((used, self.money()[used]), -np.inf, limits.budget / SCALE))

    def _land(self, least_classes: int) -> None:
        """Classes of a site fit on it, and only when it is opened; a new school has its least size."""
        for number, code in enumerate(self.land.code):
            placed = [
                self.classes[section].start + need.places.code.index(code, need.places.schools)
                for section, need in self.needs.items()
                if code in need.places.code[need.places.schools :]
            ]
            columns = np.array([*placed, self.opened.start + number], dtype=np.int64)
            room = float(self.land.room[number])
            least = 0.0 if self.land.opened[number] else min(float(least_classes), room)
            ones = np.ones(len(placed))
            self.rows.append(((columns, np.append(ones, -room)), -np.inf, 0.0))
            self.rows.append(((columns, np.append(ones, -least)), 0.0, np.inf))

    def learn(self, section: str, crowd: Crowd) -> None:
        """One more crowd: those who lack a seat are left over, unless classes are built where they can go."""
        need = self.needs[section]
        columns = np.append(self.classes[section].start + crowd.places, self.left[section]).astype(np.int64)
        values = np.append(np.full(crowd.places.size, float(need.norm)), 1.0)
        self.rows.append(((columns, values), crowd.lacking(need.places.seats), np.inf))

    def seats(self, section: str, values: Floats) -> Floats:
        """(places,) seats of a solution, fractions where classes are."""
        need = self.needs[section]
        seats: Floats = need.places.seats + need.norm * np.maximum(values[self.classes[section]], 0.0)
        return seats

    def people(self) -> Floats:
        """1 for every child left over."""
        cost = np.zeros(self.upper.size)
        cost[list(self.left.values())] = 1.0
        return cost

    def money(self) -> Floats:
        """What every column costs, in units of 10,000 yuan."""
        cost = np.zeros(self.upper.size)
        for section, need in self.needs.items():
            cost[self.classes[section]] = np.where(need.places.existing, self.prices.added_class, self.prices.new_class)
        cost[self.opened] = np.where(self.land.opened, 0.0, self.land.opening)
        return cost / SCALE

    def program(self, cost: Floats, at_most: float | None = None, *, whole: bool = True) -> Program:
        """The program with a cost; with at most so many children left over; in ``whole`` classes or in fractions."""
        rows = list(self.rows)
        if at_most is not None:
            left = np.flatnonzero(self.people())
            rows.append(((left, np.ones(left.size)), -np.inf, float(at_most)))
        entries = [entry for entry, _, _ in rows]
        return Program(
            cost=cost,
            upper=self.upper,
            whole=self.whole & whole,
            row=np.repeat(np.arange(len(rows)), [columns.size for columns, _ in entries]),
            column=np.concatenate([columns for columns, _ in entries]),
            value=np.concatenate([values for _, values in entries]),
            lowest=np.array([low for _, low, _ in rows]),
            highest=np.array([high for _, _, high in rows]),
        )

    def built(self, values: Floats) -> Classes:
        """The classes of a solution."""
        return {
            (section, code): count
            for section, need in self.needs.items()
            for code, count in zip(
                need.places.code, np.rint(values[self.classes[section]]).astype(int).tolist(), strict=True
            )
            if count > 0
        }
