"""Whether some demands can be met together: a CP-SAT model, contiguity added by cuts where a zone breaks.

A piece C cut off from its school may stay only if an area around it joins: ``x[a] ≤ Σ x[b]``, b around C, a in C
(R. Carvajal et al., Imposing connectivity constraints in forest planning models, Operations Research 61, 2013). A
relaxation without plan has none with more demands, so "impossible" is always proven.
"""

import time
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from junheng.seats.zoning.editing.contiguity import Piece, beside, pieces
from junheng.seats.zoning.reasons.demands import Demand, Task
from junheng.seats.zoning.zone_map import Plan

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar

PARTS = 1000
"""Pupils and seats count to the thousandth, since forecasts are not whole."""
Cut = tuple[int, Piece]
"""A school and a piece that was cut off from it."""


class Oracle:
    """Answers for many sets of demands of one task; what it learns about broken zones serves all of them."""

    def __init__(self, task: Task, until: float) -> None:
        """``until`` is a moment of the monotonic clock after which nothing is decided any more."""
        self.task = task
        self.until = until
        self.undecided = 0
        self._cuts: list[Cut] = []

    def impossible(self, asked: Collection[Demand]) -> bool:
        """Whether it is proven that no plan meets these demands."""
        plan, decided = self.plan(asked)
        self.undecided += not decided
        return plan is None and decided

    def plan(self, asked: Collection[Demand]) -> tuple[Plan | None, bool]:
        """A plan that meets the demands, None when there is none; and whether that is certain."""
        while True:
            found, decided = self._solved(asked)
            if found is None:
                return None, decided
            fresh = self._broken(found, {demand.school for demand in asked if demand.kind == "contiguity"})
            if not fresh:
                return found, True
            self._cuts += fresh

    def _solved(self, asked: Collection[Demand]) -> tuple[Plan | None, bool]:
        from ortools.sat.python import cp_model

        seconds = self.until - time.monotonic()
        if seconds <= 0:
            return None, False
        model = cp_model.CpModel()
        goes = self._choices(model, asked)
        if any(not row for row in goes):
            return None, True
        self._seated(model, goes, {demand.school for demand in asked if demand.kind == "seats"})
        self._joined(model, goes, {demand.school for demand in asked if demand.kind == "contiguity"})
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        status = solver.solve(model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None, status == cp_model.INFEASIBLE
        chosen = [next(school for school, var in row.items() if solver.value(var)) for row in goes]
        return np.array(chosen, dtype=np.int64), True

    def _choices(self, model: "CpModel", asked: Collection[Demand]) -> list[dict[int, "IntVar"]]:
        """Area -> school it may go to -> whether it does; exactly one each."""
        task = self.task
        allowed = [set(range(len(task.schools))) for _ in task.areas]
        for demand in asked:
            if demand.kind == "distance":
                allowed[demand.area] &= set(task.within(demand.area))
            if demand.kind == "lock":
                allowed[demand.area] &= {demand.school}
        for school, home in enumerate(task.home.tolist()):
            if home >= 0:
                allowed[home] &= {school}
        goes = [
            {school: model.new_bool_var(f"{area}-{school}") for school in sorted(schools)}
            for area, schools in enumerate(allowed)
        ]
        for row in goes:
            model.add_exactly_one(row.values())
        return goes

    def _seated(self, model: "CpModel", goes: list[dict[int, "IntVar"]], schools: Collection[int]) -> None:
        pupils = [round(PARTS * count) for count in self.task.pupils.tolist()]
        for school in sorted(schools):
            load = [pupils[area] * row[school] for area, row in enumerate(goes) if school in row]
            model.add(sum(load) <= round(PARTS * float(self.task.seats[school])))

    def _joined(self, model: "CpModel", goes: list[dict[int, "IntVar"]], schools: Collection[int]) -> None:
        for school, piece in self._cuts:
            if school in schools:
                around = [goes[area][school] for area in _around(self.task, piece) if school in goes[area]]
                for row in (goes[area] for area in piece if school in goes[area]):
                    model.add(row[school] <= sum(around))

    def _broken(self, plan: Plan, contiguous: Collection[int]) -> list[Cut]:
        found = []
        for school in sorted(contiguous):
            apart = pieces(self.task.borders, np.flatnonzero(plan == school).tolist(), int(self.task.home[school]))
            found += [(school, piece) for piece in apart[1:]]
        return found


def _around(task: Task, piece: Piece) -> list[int]:
    """The areas that border a piece."""
    return sorted({other for area in piece for other in beside(task.borders, area)} - set(piece))
