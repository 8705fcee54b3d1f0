"""As many children seated as can be when areas may be split, and who is too many: maximum flow and its minimum cut.

References: P. Hall, On representatives of subsets, Journal of the London Mathematical Society 10 (1935);
L. R. Ford, D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956).
"""

from typing import Any

import numpy as np

from junheng.seats.assignment.model import Arcs, Ints


def largest_flow(children: Ints, arcs: Arcs, seats: Ints) -> Any:
    """The solved maximum flow from children (areas,) to seats (schools,); areas come first among its nodes."""
    from ortools.graph.python.max_flow import SimpleMaxFlow

    areas, schools = children.size, seats.size
    source, sink = areas + schools, areas + schools + 1
    network = SimpleMaxFlow()
    network.add_arcs_with_capacity(
        np.concatenate((np.full(areas, source), arcs.area, np.arange(areas, source))),
        np.concatenate((np.arange(areas), areas + arcs.school, np.full(schools, sink))),
        np.concatenate((children, np.full(arcs.school.size, int(children.sum()) + 1), seats)),
    )
    status = network.solve(source, sink)
    if status != network.OPTIMAL:
        raise ArithmeticError(f"maximum flow ended with {status}")
    return network


def short_areas(children: Ints, arcs: Arcs, seats: Ints) -> Ints:
    """The areas whose children outnumber the seats they reach, as few as show it; none when all can be seated."""
    flow = largest_flow(children, arcs, seats)
    if flow.optimal_flow() >= int(children.sum()):
        return np.zeros(0, np.int64)
    side = np.asarray(flow.get_source_side_min_cut(), np.int64)
    return np.sort(side[side < children.size])


def reached(arcs: Arcs, areas: Ints) -> Ints:
    """The schools that these areas may go to."""
    return np.unique(arcs.school[np.isin(arcs.area, areas)])


def groups(arcs: Arcs, areas: Ints) -> list[Ints]:
    """These areas in groups that share no school."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if areas.size == 0:
        return []
    count = arcs.first.size - 1
    inside = np.isin(arcs.area, areas)
    size = count + int(arcs.school.max(initial=0)) + 1
    ties = coo_array(
        (np.ones(int(inside.sum()), np.int8), (arcs.area[inside], count + arcs.school[inside])), (size, size)
    )
    _, group = connected_components(ties, directed=False)
    return [areas[group[areas] == one] for one in np.unique(group[areas]).tolist()]
