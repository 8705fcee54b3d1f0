"""The set covering as HiGHS takes it: column by column."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import highspy


def cover_model(given: dict[str, np.ndarray]) -> "highspy.HighsLp":
    """Every customer covered, every site used at most once, exactly p clusters if p is above 0.

    Args:
        given: ``cost``, ``site`` per column; ``starts``, ``rows`` the customers of each; ``sizes``: customers and p.
    """
    import highspy

    customers, p = (int(one) for one in given["sizes"])
    used, place = np.unique(given["site"], return_inverse=True)
    columns = given["cost"].size
    extra = np.stack((customers + place, np.full(columns, customers + used.size)), axis=1)
    entries = np.empty(given["rows"].size + 2 * columns, np.int64)
    starts = given["starts"] + 2 * np.arange(columns + 1)
    tail = np.concatenate((starts[1:] - 2, starts[1:] - 1))
    body = np.ones(entries.size, bool)
    body[tail] = False
    entries[body] = given["rows"]
    entries[tail] = extra.T.ravel()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, customers + used.size + 1
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = given["cost"], np.zeros(columns), np.ones(columns)
    lp.row_lower_ = np.concatenate((np.ones(customers), np.zeros(used.size), [float(p)]))
    lp.row_upper_ = np.concatenate((np.full(customers, np.inf), np.ones(used.size), [float(p) if p else np.inf]))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = starts, entries
    lp.a_matrix_.value_ = np.ones(entries.size)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    return lp
