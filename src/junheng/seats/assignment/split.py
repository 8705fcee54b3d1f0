"""Seats handed out child by child: the cheapest way when an area may be split, exact, by minimum-cost flow.

Reference: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, Prentice Hall 1993, ch. 9 and 10 (cost scaling).
"""

import time

import numpy as np

from junheng.seats.assignment.model import Ints, Problem, SplitPlan
from junheng.seats.assignment.ready import allowed

UNITS = 10
"""Cost units to a metre: the solver counts in whole numbers."""


def split(problem: Problem) -> SplitPlan:
    """The cheapest distribution of pupils over seats; who finds none is counted, area by area.

    Locks, cap and forbidden pairs hold. Seats short of children are an answer: ``unserved`` says where and how many.
    """
    begun = time.perf_counter()
    keep = allowed(problem)
    flow = np.zeros(keep.size, np.int64)
    flow[keep], unserved, units = _cheapest(problem, keep)
    cost = problem.metres
    objective = float(cost @ flow) + problem.unserved_metres * int(unserved.sum())
    slack = float(problem.pupils.sum()) / (2 * UNITS)
    bound = min(objective, units / UNITS - slack)
    return SplitPlan(flow, unserved, objective, bound, time.perf_counter() - begun)


def _cheapest(problem: Problem, keep: np.ndarray) -> tuple[Ints, Ints, int]:
    """Pupils on the kept arcs, pupils of each area left over, cost in units."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    areas, schools, arcs = problem.pupils.size, problem.seats.size, problem.arcs
    sink = areas + schools
    tails = (arcs.area[keep], np.arange(areas), np.arange(areas, sink))
    heads = (areas + arcs.school[keep], np.full(areas, sink), np.full(schools, sink))
    room = (problem.pupils[arcs.area[keep]], problem.pupils, problem.seats)
    metres = (problem.metres[keep], np.full(areas, problem.unserved_metres), np.zeros(schools))
    network = SimpleMinCostFlow()
    made = network.add_arcs_with_capacity_and_unit_cost(
        np.concatenate(tails),
        np.concatenate(heads),
        np.concatenate(room),
        np.rint(np.concatenate(metres) * UNITS).astype(np.int64),
    )
    network.set_nodes_supplies(
        np.arange(sink + 1), np.concatenate((problem.pupils, np.zeros(schools, np.int64), [-problem.pupils.sum()]))
    )
    status = network.solve()
    if status != network.OPTIMAL:
        raise ArithmeticError(f"minimum-cost flow ended with {status}")
    flows = np.asarray(network.flows(made), np.int64)
    count = int(keep.sum())
    return flows[:count], flows[count : count + areas], int(network.optimal_cost())
