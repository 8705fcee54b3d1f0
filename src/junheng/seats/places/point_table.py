"""Points with names from a table of text, every fault of it named by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "area", "school", "school_code", "site", "编号", "片区", "学校", "学校（机构）标识码"),
    "lon": ("lon", "longitude", "lng", "x", "经度"),
    "lat": ("lat", "latitude", "y", "纬度"),
}
"""Names a column may have; the first that is there is taken."""
LINE = "line"
"""Column with the row's number in its file; rows are counted from 2, after the header, where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class PointTable:
    """``id``: unique; ``lon``, ``lat``: degrees; ``rest``: the table's other columns, row by row."""

    id: Sequence[str]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    rest: pl.DataFrame

    def __len__(self) -> int:
        return len(self.id)

    def moved(self, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> "PointTable":
        """The same points at other places."""
        return PointTable(self.id, lon, lat, self.rest)


def point_table(text: pl.DataFrame, title: Text) -> PointTable:
    """Read points from columns of text.

    Args:
        text: with an id, a longitude and a latitude under any of ``COLUMNS``.
        title: what the table is, for the faults.

    Raises:
        UnfitInputError: with every fault: columns that are absent, ids empty or given twice, places absent, no number,
            swapped, or nowhere on earth.
    """
    names = {part: next((one for one in among if one in text.columns), None) for part, among in COLUMNS.items()}
    absent = [Fault("column_absent", title, {"column": part}) for part, name in names.items() if name is None]
    if absent:
        raise UnfitInputError(absent)
    lines = text[LINE].to_list() if LINE in text.columns else list(range(2, text.height + 2))
    rows = list(zip(lines, *(text[str(names[part])].to_list() for part in COLUMNS), strict=True))
    faults = [*_ids(rows, title), *(fault for row in rows for fault in _place(row, title))]
    if not rows:
        faults = [Fault("no_rows", title)]
    if faults:
        raise UnfitInputError(faults)
    lon, lat = (np.array([float(row[at]) for row in rows]) for at in (2, 3))
    used = [str(name) for name in names.values()]
    return PointTable([str(row[1]) for row in rows], lon, lat, text.drop(used))


Row = tuple[int, str | None, str | float | None, str | float | None]


def _ids(rows: Sequence[Row], title: Text) -> Iterator[Fault]:
    seen: set[str] = set()
    for line, name, *_ in rows:
        if name is None or not str(name).strip():
            yield Fault("id_empty", _at(title, line))
        elif str(name) in seen:
            yield Fault("given_twice", _at(title, line), {"name": name})
        seen.add(str(name))


def _place(row: Row, title: Text) -> Iterator[Fault]:
    line, name, *place = row
    where = _at(title, line, name)
    values = []
    for axis, value in zip(("lon", "lat"), place, strict=True):
        if value is None or not str(value).strip():
            yield Fault("no_place", where, {"name": axis})
            continue
        try:
            values.append(float(value))
        except ValueError:
            yield Fault("not_a_number", where, {"name": axis, "value": value})
    if len(values) == len(place):
        lon, lat = values
        if abs(lon) <= 90 < abs(lat) <= 180:  # noqa: PLR2004 - the ranges of latitude and longitude
            yield Fault("swapped", where, {"lon": lon, "lat": lat})
        elif not (abs(lon) <= 180 and abs(lat) <= 90):  # noqa: PLR2004
            yield Fault("no_such_place", where, {"lon": lon, "lat": lat})


def _at(title: Text, line: int, name: str | None = None) -> Text:
    return Text(
        f"{title.zh}第 {line} 行" + (f"“{name}”" if name else ""),
        f"{title.en}, row {line}" + (f" “{name}”" if name else ""),
    )
