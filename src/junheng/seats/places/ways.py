"""Ways between areas and places from a table of text, as ``junheng travel`` writes it; every fault of it named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

Ints = NDArray[np.int64]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "area": ("area", "片区"),
    "school": ("school", "site", "学校", "规划用地"),
    "metres": ("metres", "米"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Way i leads from area ``area[i]`` to place ``place[i]`` over ``metres[i]``; numbers are those of the names given.

    No pair comes twice; ways are in the order of areas, then of places.
    """

    area: Ints
    place: Ints
    metres: NDArray[np.float64]

    def first(self, areas: int) -> Ints:
        """(areas + 1,) the ways of area i are ``first[i]:first[i+1]``."""
        return np.concatenate(([0], np.cumsum(np.bincount(self.area, minlength=areas)))).astype(np.int64)


def ways(text: pl.DataFrame, areas: Sequence[str], places: Sequence[str], title: Text) -> Ways:
    """Read ways from columns of text.

    Args:
        text: with an area, a school (or site) and metres under any of ``COLUMNS``.
        areas: names, each once; the order gives the numbers.
        places: schools and sites likewise.
        title: what the table is, for the faults.

    Raises:
        UnfitInputError: with every fault: columns that are absent, names that are not listed, metres that are no number
            or below 0, pairs given twice.
    """
    names = {part: next((one for one in among if one in text.columns), None) for part, among in COLUMNS.items()}
    absent = [Fault("column_absent", title, {"column": part}) for part, name in names.items() if name is None]
    if absent:
        raise UnfitInputError(absent)
    read = text.select(
        area=pl.col(str(names["area"])).cast(pl.String),
        place=pl.col(str(names["school"])).cast(pl.String),
        written=pl.col(str(names["metres"])).cast(pl.String),
    ).with_columns(metres=pl.col("written").str.strip_chars().cast(pl.Float64, strict=False))
    read = read.with_columns(
        a=_numbers(read["area"], areas), p=_numbers(read["place"], places), metres=pl.col("metres").fill_nan(None)
    )
    faults = [*_strangers(read, title), *_wrong(read, title), *_again(read, title)]
    if faults:
        raise UnfitInputError(faults)
    ordered = read.sort("a", "p")
    area, place = (ordered[name].to_numpy().astype(np.int64) for name in ("a", "p"))
    return Ways(area, place, ordered["metres"].to_numpy())


def _numbers(column: pl.Series, names: Sequence[str]) -> pl.Series:
    number = dict(zip(names, range(len(names)), strict=True))
    return column.replace_strict(number, default=None, return_dtype=pl.Int64)


def _strangers(read: pl.DataFrame, title: Text) -> Iterator[Fault]:
    for part, number in (("area", "a"), ("place", "p")):
        for name in read.filter(pl.col(number).is_null())[part].unique(maintain_order=True).to_list():
            yield Fault("not_in_table", title, {"name": name})


def _wrong(read: pl.DataFrame, title: Text) -> Iterator[Fault]:
    for area, place, written, metres in read.select("area", "place", "written", "metres").iter_rows():
        if metres is None or metres == float("inf"):
            yield Fault("not_a_number", _between(title, area, place), {"name": "metres", "value": written})
        elif metres < 0:
            yield Fault("negative_count", _between(title, area, place), {"name": "metres", "value": written})


def _again(read: pl.DataFrame, title: Text) -> Iterator[Fault]:
    twice = read.filter(pl.struct("area", "place").is_duplicated()).unique(["area", "place"], maintain_order=True)
    for area, place in twice.select("area", "place").iter_rows():
        yield Fault("place_repeated", _between(title, area, place))


def _between(title: Text, area: str, place: str) -> Text:
    return Text(f"{title.zh} {area} → {place}", f"{title.en}, {area} → {place}")
