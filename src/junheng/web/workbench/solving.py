"""A county's zones to be found by the solver: the question in its terms, and why there may be no answer."""

import math
from dataclasses import dataclass

import numpy as np

from junheng.policy.text import Text
from junheng.seats.assignment import NOBODY, Arcs, Graph, Plan, Problem, assign, preferring
from junheng.seats.assignment.check import faults
from junheng.seats.zoning.editing import Editing
from junheng.seats.zoning.reasons import Task, conflict_words, diagnose
from junheng.seats.zoning.zone_map import Floats
from junheng.web.workbench.land import Land
from junheng.web.workbench.naming import in_names

LARGEST = 400
"""Areas up to which a conflict is searched for; above it only the sums are looked at."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the planner asks: pupils to a class at most, whether classes are added where there is room, what a change of
    school counts in metres of way, the longest way (None: any), and the seconds to search."""

    class_size: float
    adding: bool
    change_metres: float
    cap: float | None
    seconds: float


def seats_of(land: Land, wishes: Wishes, addable: Floats) -> Floats:
    """(schools,) seats under the wishes: classes there are, and those that could be added, at the size asked for."""
    classes = np.round(land.board.classes.sum(axis=1)) + (addable if wishes.adding else 0)
    seats: Floats = np.floor(classes * wishes.class_size)
    return seats


def metres_of(land: Land) -> Floats:
    """(areas, schools) ways in metres, NaN where none is known."""
    n, m = len(land.names), len(land.school_names)
    flat: Floats = land.board.distances.between(np.repeat(np.arange(n), m), np.tile(np.arange(m), n))
    square: Floats = flat.reshape(n, m)
    return square


def problem_of(land: Land, editing: Editing, wishes: Wishes, seats: Floats) -> Problem:
    """Least way for all pupils, a change of school counting extra, seats hard, locked areas where they are.

    A school holds the area it stands in where it does today; of two in one area only one can.
    """
    n, m = len(land.names), len(land.school_names)
    metres = metres_of(land)
    known = ~np.isnan(metres)
    arcs = Arcs(np.arange(n + 1) * m, np.tile(np.arange(m), n), metres.reshape(-1)).kept(known.reshape(-1))
    held = np.full(n, NOBODY, dtype=np.int64)
    fixed = sorted(editing.locked)
    held[fixed] = editing.plan[fixed]
    return Problem(
        pupils=land.board.weight.astype(np.int64),
        seats=seats.astype(np.int64),
        arcs=arcs,
        surcharge=preferring(arcs, land.board.today, wishes.change_metres),
        cap_metres=math.inf if wishes.cap is None else wishes.cap,
        locked=held,
        touching=Graph(land.board.borders.start, land.board.borders.neighbour),
        home=np.where(land.board.today[land.board.home] == np.arange(m), land.board.home, NOBODY),
    )


def solved(problem: Problem, editing: Editing, seconds: float) -> Plan:
    """The best plan found, checked; areas without a seat where there was none.

    Half of the time goes into mending the plan at hand, or today's map where that is in pieces; when not everybody has
    a seat then, the other half into a map from scratch.

    Raises:
        RuntimeError: the checker found the answer wrong.
    """
    board = editing.board
    start = board.today if any(editing.standing.loose) else editing.plan
    plan = assign(problem, seconds=seconds / 2, contiguous=True, start=start)
    if plan.unserved:
        plan = min(plan, assign(problem, seconds=seconds / 2, contiguous=True), key=lambda one: one.objective)
    if wrong := faults(problem, plan, contiguous=True):
        raise RuntimeError("; ".join(wrong))
    return plan


def why_impossible(land: Land, problem: Problem, editing: Editing, seconds: float) -> Text:
    """In words, why not everybody found a seat: too few seats in all, or the smallest set of demands that clash."""
    pupils, seats = int(problem.pupils.sum()), int(problem.seats.sum())
    if pupils > seats:
        return Text(
            f"做不到：学生{pupils:,}人，全部学校共{seats:,}个学位，少{pupils - seats:,}个。请增加学位或放宽每班人数。",
            f"Impossible: {pupils:,} pupils and {seats:,} seats in all schools together, {pupils - seats:,} too few. "
            "Add seats or allow larger classes.",
        )
    if len(land.names) > LARGEST:
        return Text(
            f"规定时间内没有找到人人有学位的连片方案；学位总数够（{seats:,}），请延长时间、放宽距离或减少锁定。",
            f"No contiguous plan with a seat for everybody was found in the time given. There are {seats:,} seats in "
            "all: allow more time, a longer way or fewer locks.",
        )
    task = Task(
        areas=land.board.areas,
        schools=land.board.schools,
        pupils=land.board.weight,
        seats=problem.seats.astype(np.float64),
        borders=land.board.borders,
        home=land.board.home,
        metres=metres_of(land),
        cap=None if math.isinf(problem.cap_metres) else problem.cap_metres,
        locks={area: int(editing.plan[area]) for area in sorted(editing.locked)},
    )
    return in_names(land, conflict_words(task, diagnose(task, seconds)))
