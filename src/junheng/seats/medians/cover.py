"""The set covering of customers by clusters: every customer covered, every site used at most once, p clusters."""

import numpy as np

from junheng.seats.medians.binary import Program, best_binary
from junheng.seats.medians.columns import Columns
from junheng.seats.medians.problem import Ints


def best_cover(columns: Columns, wanted: Ints, incumbent: Ints, seconds: float) -> Ints | None:
    """The clusters, among ``wanted``, that cover every customer at least cost as far as found in ``seconds``.

    ``incumbent`` are clusters of a known answer, all among ``wanted``; ``None`` when nothing was found.
    """
    found = best_binary(covering(columns, wanted), np.isin(wanted, incumbent), seconds)
    return None if found is None or found.chosen is None else wanted[found.chosen]


def covering(columns: Columns, wanted: Ints) -> Program:
    """Rows: customers, the sites in use, the number of clusters."""
    parts = [columns.members[at] for at in wanted]
    customers, p = columns.problem.customers, columns.problem.p
    used, place = np.unique(np.array(columns.sites)[wanted], return_inverse=True)
    starts = np.concatenate(([0], np.cumsum([part.size + 2 for part in parts])))
    last = customers + used.size
    rows = np.concatenate(
        [np.concatenate((part, (customers + at, last))) for part, at in zip(parts, place, strict=True)]
    )
    lower = np.concatenate((np.ones(customers), np.zeros(used.size), [float(p or 0)]))
    upper = np.concatenate((np.full(customers, np.inf), np.ones(used.size), [np.inf if p is None else float(p)]))
    return Program(np.array(columns.costs)[wanted], starts, rows.astype(np.int64), np.ones(rows.size), lower, upper)
