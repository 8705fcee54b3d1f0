"""What schools and sites can hold, from a table: seats that were counted, classes, and what the user gives for both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.places.counts import counts, named
from junheng.seats.places.point_table import PointTable

Floats = NDArray[np.float64]

SEATS = ("seats", "capacity", "学位", "学位数")
CLASSES = ("classes", "班数", "班级数")
PUPILS = ("pupils", "在校生", "在校学生数")


@dataclass(frozen=True, slots=True, eq=False)
class Capacity:
    """(points,) each, NaN where not known.

    Attributes:
        seats: counted in the table, or given by the user.
        classes: in the table.
        pupils: there now.
        given: True where the user's number stands in for what the table does not say.
    """

    seats: Floats
    classes: Floats
    pupils: Floats
    given: NDArray[np.bool_]

    def held(self, norm: float, most: float) -> Floats:
        """Seats: as counted or given, else classes times the class ``norm`` and no more than ``most``."""
        return np.where(np.isnan(self.seats), np.minimum(self.classes * norm, most), self.seats)


def capacity(
    table: PointTable, title: Text, *, each: float | None = None, count: str | None = None
) -> tuple[Capacity, tuple[Fault, ...]]:
    """What the points of a table hold, and every fault of the columns.

    Args:
        table: schools or sites; the columns may be called as in ``SEATS``, ``CLASSES`` and ``PUPILS``.
        title: what one point is, for the faults.
        each: seats of every school of which the table knows neither seats nor classes.
        count: the column that says for how many schools a point stands, each with so many seats; None for one.

    Without ``each`` a point of which neither is known is a fault: seats are never made up.
    """
    (seats, classes, pupils), faults = _read(table, title)
    unknown = np.isnan(seats) & np.isnan(classes)
    if each is None:
        faults += [Fault("seats_not_given", named(title, table.id[at])) for at in np.flatnonzero(unknown).tolist()]
        return Capacity(seats, classes, pupils, np.zeros(len(table), bool)), tuple(faults)
    times = np.ones(len(table))
    if count is not None:
        times, wrong = counts(table, count, title, blank="seats_not_given")
        faults += wrong
    return Capacity(np.where(unknown, each * times, seats), classes, pupils, unknown), tuple(faults)


def _read(table: PointTable, title: Text) -> tuple[list[Floats], list[Fault]]:
    """Seats, classes and pupils; of names that are not there nothing is known."""
    found: list[Floats] = []
    faults: list[Fault] = []
    for among in (SEATS, CLASSES, PUPILS):
        column = _first(table, among)
        values, wrong = counts(table, column, title) if column else (np.full(len(table), np.nan), ())
        found.append(values)
        faults += wrong
    return found, faults


def _first(table: PointTable, among: Sequence[str]) -> str | None:
    return next((one for one in among if one in table.rest.columns), None)
