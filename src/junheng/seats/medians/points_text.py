"""Capacitated p-median as text: ``n p``, then ``x y capacity demand`` for each point."""

import numpy as np

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.medians.number_lines import lines_of, row_faults, sizes
from junheng.seats.medians.problem import Distance, Problem, median_problem

NAMES = ("x", "y", "capacity", "demand")
SIGNS = (False, False, True, True)
FIRST = "n p"
TOP = Text("第 1 行", "line 1")


def read_points(text: str, p: int | None = None, distance: Distance = "euclid") -> Problem:
    """The problem a file describes.

    Args:
        text: the file. The three families in use (Osman & Christofides, Lorena & Senne, Stefanello et al.) differ in
            blanks, tabs and trailing empty lines only.
        p: number of medians; the file's own when ``None``.
        distance: see :data:`~junheng.seats.medians.problem.Distance`.

    Raises:
        UnfitInputError: all faults with their lines.
    """
    lines = lines_of(text)
    if not lines:
        raise UnfitInputError([Fault("empty_text", TOP)])
    first, faults = sizes(lines[0], 2, FIRST)
    rows = lines[1:]
    if first and len(rows) != first[0]:
        faults.append(Fault("rows_in_file", lines[0].where, {"expected": first[0], "found": len(rows)}))
    if p is None and len(first) == 1:
        faults.append(Fault("p_unknown", lines[0].where))
    faults += [fault for row in rows for fault in row_faults(row, NAMES, SIGNS)]
    if faults:
        raise UnfitInputError(faults)
    table = np.array([[float(word) for word in row.words] for row in rows])
    count = first[1] if p is None else p
    return median_problem(table[:, :2], table[:, 2].copy(), table[:, 3].copy(), count, distance)
