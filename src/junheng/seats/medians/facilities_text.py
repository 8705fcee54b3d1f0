"""Single-source capacitated facility location as text.

``facilities customers``; capacities; opening costs; demands; then one row of costs per customer, one cost per facility.
A cost is that of serving the whole customer, whatever its demand.
"""

from collections.abc import Sequence

import numpy as np

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.medians.number_lines import Line, lines_of, row_faults, sizes
from junheng.seats.medians.problem import Problem, facility_problem

TOP = Text("第 1 行", "line 1")
FIRST = "facilities customers"
HEAD = 3
"""Rows before the costs: capacities, opening costs, demands."""


def read_facilities(text: str) -> Problem:
    """The problem a file describes.

    Raises:
        UnfitInputError: all faults with their lines.
    """
    lines = lines_of(text)
    if not lines:
        raise UnfitInputError([Fault("empty_text", TOP)])
    first, faults = sizes(lines[0], 2, FIRST)
    if not faults and len(first) == 1:
        faults = [Fault("size_line", lines[0].where, {"found": " ".join(lines[0].words), "expected": FIRST})]
    if faults:
        raise UnfitInputError(faults)
    facilities, customers = first
    rows = lines[1:]
    expected = HEAD + customers
    if len(rows) != expected:
        faults.append(Fault("rows_in_file", lines[0].where, {"expected": expected, "found": len(rows)}))
    for row, (name, width) in zip(rows, _shapes(facilities, customers), strict=False):
        faults += row_faults(row, [name] * width, [True] * width)
    if faults:
        raise UnfitInputError(faults)
    capacity, fixed, demand, *cost = (_numbers(row) for row in rows)
    return facility_problem(np.array(cost), capacity, fixed, demand)


def _shapes(facilities: int, customers: int) -> Sequence[tuple[str, int]]:
    """What each row holds and how often."""
    head = [("capacity", facilities), ("opening cost", facilities), ("demand", customers)]
    return [*head, *([("cost", facilities)] * customers)]


def _numbers(row: Line) -> np.ndarray:
    return np.array([float(word) for word in row.words])
