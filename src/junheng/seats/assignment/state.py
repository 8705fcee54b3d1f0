"""Who sits where while a plan is being looked for: loads, members and the two numbers that count, kept in step.

Schools are numbered as in the problem; one more, with room for all, takes who has no seat.
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import NOBODY, Flags, Floats, Ints, Plan, Problem
from junheng.seats.compiled import compiled_within

COST, OVER, FELT = 0, 1, 2
"""Places in ``State.tally``: pupil-metres of the plan, pupils above the seats, the same by the weight of the school."""


SEATLESS = 100.0
"""How many times its cost a pupil without a seat counts in a search where there are seats for all."""


GROWTH, RELIEF, HEAVIEST = 1.2, 0.9, 1000.0
"""By what the weight of a school with pupils too many grows, that of another falls, and how heavy it gets."""


class Table(NamedTuple):
    """What never changes: the arcs of area ``i`` are ``first[i]:first[i+1]`` with cost of the whole area."""

    first: Ints
    school: Ints
    cost: Floats
    pupils: Ints
    seats: Ints


class State(NamedTuple):
    """``at`` (areas,) the arc each area takes, ``zone`` its school; ``load`` (schools + 1,); the members of school
    ``j`` are ``member[start[j]:start[j] + held[j]]`` and ``slot`` (areas,) says where an area stands among them;
    ``weight`` (schools + 1,) is how much a pupil too many counts at each; ``tally`` is the plan's cost and overload."""

    at: Ints
    zone: Ints
    load: Ints
    member: Ints
    start: Ints
    held: Ints
    slot: Ints
    weight: Floats
    tally: Floats


def table(problem: Problem, keep: Flags, regret: Floats, seatless: float = 1.0) -> Table:
    """The marked arcs of a ready problem, those of least regret first, and for each area one to no school at all, which
    counts ``seatless`` times as much as it costs."""
    arcs, areas = problem.arcs, problem.pupils.size
    area = np.concatenate((arcs.area[keep], np.arange(areas)))
    school = np.concatenate((arcs.school[keep], np.full(areas, problem.seats.size)))
    metres = np.concatenate((problem.metres[keep], np.full(areas, seatless * problem.unserved_metres)))
    order = np.lexsort((np.concatenate((regret[keep], np.full(areas, np.inf))), area))
    first = np.concatenate(([0], np.cumsum(np.bincount(area, minlength=areas))))
    seats = np.concatenate((problem.seats, [problem.pupils.sum()]))
    cost = np.asarray((metres * problem.pupils[area])[order], np.float64)
    return Table(first.astype(np.int64), school[order].astype(np.int64), cost, problem.pupils, seats.astype(np.int64))


def seatless(pupils: Ints, seats: Ints) -> float:
    """How many times its cost a pupil without a seat is to count: where there are seats for all, all are to be seated;
    where there are not, who goes without one is a matter of cost."""
    return SEATLESS if seats.sum() >= pupils.sum() else 1.0


def promising(problem: Problem, regret: Floats, limit: float, least: int) -> Flags:
    """(arcs,) the arcs whose regret is at most ``limit``, and the ``least`` best of each area."""
    arcs = problem.arcs
    order = np.lexsort((regret, arcs.area))
    rank = np.empty(order.size, np.int64)
    rank[order] = np.arange(order.size) - arcs.first[arcs.area]
    return (regret <= limit) | (rank < least)


def seated(known: Table, at: Ints) -> State:
    """The state in which every area takes the given arc."""
    schools = known.seats.size
    start = np.concatenate(([0], np.cumsum(np.bincount(known.school, minlength=schools)))).astype(np.int64)
    school = known.school[at]
    load = np.bincount(school, known.pupils, schools).astype(np.int64)
    count = np.bincount(school, minlength=schools).astype(np.int64)
    order = np.argsort(school, kind="stable")
    slot = np.empty(at.size, np.int64)
    slot[order] = np.arange(at.size) - np.repeat(np.concatenate(([0], np.cumsum(count)[:-1])), count)
    member = np.zeros(known.school.size, np.int64)
    member[start[school] + slot] = np.arange(at.size)
    over = np.maximum(load - known.seats, 0).sum()
    tally = np.array([known.cost[at].sum(), over, over], np.float64)
    return State(at.copy(), school.copy(), load, member, start, count, slot, np.ones(schools), tally)


def arcs_to(known: Table, assignment: Ints) -> Ints:
    """(areas,) the arc of each area to the school it is assigned to; to no school where there is no such arc."""
    area = np.repeat(np.arange(known.pupils.size), np.diff(known.first))
    wanted = np.where(assignment == NOBODY, known.seats.size - 1, assignment)
    at = known.first[1:] - 1
    hit = np.flatnonzero(known.school == wanted[area])
    at[area[hit]] = hit
    return at


def assignment_of(known: Table, at: Ints) -> Ints:
    """(areas,) the school of each area."""
    school = known.school[at]
    return np.where(school == known.seats.size - 1, NOBODY, school)


def plan_of(problem: Problem, assignment: Ints, bound: float, seconds: float, steps: int) -> Plan:
    """The plan with its objective counted afresh from the problem."""
    arcs = problem.arcs
    taken = np.flatnonzero(arcs.school == assignment[arcs.area])
    left = int(problem.pupils[assignment == NOBODY].sum())
    cost = float(problem.metres[taken] @ problem.pupils[arcs.area[taken]]) + left * problem.unserved_metres
    return Plan(assignment, cost, min(bound, cost), left, seconds, steps)


@compiled_within
def above(load: int, seats: int) -> int:
    """Pupils above the seats."""
    return load - seats if load > seats else 0


@compiled_within
def overload_change(known: Table, state: State, school: int, more: int) -> int:
    """How the overload of a school changes when ``more`` pupils come."""
    load, seats = state.load[school], known.seats[school]
    return above(load + more, seats) - above(load, seats)


@compiled_within
def weigh(known: Table, state: State) -> None:
    """Pupils too many count more at schools that still have them, and less again where there are none."""
    state.tally[2] = 0.0
    for school in range(known.seats.size):
        over = above(state.load[school], known.seats[school])
        change = GROWTH if over > 0 else RELIEF
        state.weight[school] = min(HEAVIEST, max(1.0, state.weight[school] * change))
        state.tally[2] += over * state.weight[school]


@compiled_within
def put(known: Table, state: State, area: int, arc: int) -> None:
    """Sends the area along the arc; cost and overload follow."""
    old, new, pupils = state.zone[area], known.school[arc], known.pupils[area]
    state.tally[0] += known.cost[arc] - known.cost[state.at[area]]
    less = overload_change(known, state, old, -pupils)
    state.load[old] -= pupils
    more = overload_change(known, state, new, pupils)
    state.tally[1] += less + more
    state.tally[2] += less * state.weight[old] + more * state.weight[new]
    state.load[new] += pupils
    state.held[old] -= 1
    last = state.member[state.start[old] + state.held[old]]
    state.member[state.start[old] + state.slot[area]] = last
    state.slot[last] = state.slot[area]
    state.slot[area] = state.held[new]
    state.member[state.start[new] + state.held[new]] = area
    state.held[new] += 1
    state.at[area] = arc
    state.zone[area] = new
