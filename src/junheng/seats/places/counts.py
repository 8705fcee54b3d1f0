"""A column of counts beside points: every blank, word and negative number named by the point it belongs to."""

import numpy as np
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.places.point_table import PointTable

Floats = NDArray[np.float64]


def counts(
    table: PointTable, column: str, title: Text, *, blank: str | None = None
) -> tuple[Floats, tuple[Fault, ...]]:
    """The numbers of a column and what is wrong with them; NaN where there is none.

    Args:
        table: the points, the column among its other columns.
        column: its name.
        title: what one point is (a school, an area), for the faults.
        blank: the fault of an empty cell; without it a blank is a number that is not known.
    """
    if column not in table.rest.columns:
        return np.full(len(table), np.nan), (Fault("column_absent", title, {"column": column}),)
    faults: list[Fault] = []
    values = np.full(len(table), np.nan)
    for at, written in enumerate(table.rest[column].to_list()):
        where = named(title, table.id[at])
        text = "" if written is None else str(written).strip()
        if not text:
            faults += [Fault(blank, where)] if blank else []
            continue
        number = _number(text)
        if number is None:
            faults.append(Fault("not_a_number", where, {"name": column, "value": text}))
        elif number < 0:
            faults.append(Fault("negative_count", where, {"name": column, "value": text}))
        else:
            values[at] = number
    return values, tuple(faults)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def named(title: Text, id_: str) -> Text:
    """A point by what it is and its id."""
    return Text(f"{title.zh}“{id_}”", f"{title.en} “{id_}”")
