"""Stock and flows of teachers: who is there on 1 September, who retired, left and arrived since the year before."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def flows(now: Floats, retiring: Floats, arriving: Floats, leaving: float) -> dict[str, Floats]:
    """Expected numbers year by year.

    Args:
        now: (groups,) teachers on the first day.
        retiring: (groups, years) of those who are there today, by the year in which they retire.
        arriving: (groups, years) persons who begin on the last day of each year; they do not retire in these years.
        leaving: share a year of those who do not retire in it.

    ``stock`` (groups, years + 1), ``retire`` and ``leave`` (groups, years): who retires is who has not left before, so
    that stock = stock of the year before − retire − leave + arrive, and nobody goes twice.
    """
    groups, years = retiring.shape
    stock = np.empty((groups, years + 1))
    stock[:, 0] = now
    staying = (1 - leaving) ** np.arange(years)
    retire, leave = retiring * staying, np.empty((groups, years))
    for at in range(years):
        leave[:, at] = leaving * np.maximum(stock[:, at] - retire[:, at], 0.0)
        stock[:, at + 1] = stock[:, at] - retire[:, at] - leave[:, at] + arriving[:, at]
    return {"stock": stock, "retire": retire, "leave": leave}


def hires(stock: Floats, need: Floats, leaving: float) -> Floats:
    """(groups, years): persons to be found for the end of each year, over those who arrive, so that none is missing.

    ``stock`` and ``need`` (groups, years + 1) as without them; NaN where the need is not known. Those found leave at
    the same share as everybody.
    """
    found = np.zeros_like(stock)
    asked = np.zeros((stock.shape[0], stock.shape[1] - 1))
    for at in range(asked.shape[1]):
        found[:, at + 1] = found[:, at] * (1 - leaving)
        asked[:, at] = np.maximum(need[:, at + 1] - stock[:, at + 1] - found[:, at + 1], 0.0)
        found[:, at + 1] += asked[:, at]
    return asked
