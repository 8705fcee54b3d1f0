"""Kilometres between the posts of a city from a table of distances, and what is wrong with it."""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from junheng.teachers.faults import Fault
from junheng.teachers.reading import LINE, Read
from junheng.teachers.rotation.county import Floats

METRES = 1000.0


def kilometres(distances: Read, schools: Sequence[str]) -> tuple[Floats, tuple[Fault, ...]]:
    """(schools, schools) km, infinite where there is none; a way that is given in one direction serves both.

    Rows of schools that are not among ``schools`` are left out.
    """
    number = {one: at for at, one in enumerate(schools)}
    metres = distances.column("metres") / METRES
    frame = distances.frame.select(LINE, "from", "to", km=pl.coalesce(distances.column("km"), metres))
    frame = frame.with_columns(
        a=pl.col("from").replace_strict(number, default=None, return_dtype=pl.Int64),
        b=pl.col("to").replace_strict(number, default=None, return_dtype=pl.Int64),
    )
    faults = [*_blank(distances, frame), *_twice(distances, frame)]
    used = frame.drop_nulls(["a", "b", "km"])
    km = np.full((len(schools), len(schools)), np.inf)
    km[used["a"].to_numpy(), used["b"].to_numpy()] = used["km"].to_numpy()
    km = np.where(np.isfinite(km), km, km.T)
    np.fill_diagonal(km, 0.0)
    return km, tuple(faults)


def _blank(distances: Read, frame: pl.DataFrame) -> Iterator[Fault]:
    known = {one.place.row for one in distances.faults}
    for row in frame.filter(
        pl.col("km").is_null() & pl.col("from").is_not_null() & pl.col("to").is_not_null()
    ).iter_rows(named=True):
        if row[LINE] not in known:
            yield distances.fault("distance_blank", row[LINE], one=row["from"], other=row["to"])


def _twice(distances: Read, frame: pl.DataFrame) -> Iterator[Fault]:
    differing = (
        frame.drop_nulls(["a", "b", "km"])
        .with_columns(first=pl.col("km").first().over("a", "b"))
        .filter(pl.col("km") != pl.col("first"))
    )
    for row in differing.iter_rows(named=True):
        yield distances.fault("distance_twice", row[LINE], one=row["from"], other=row["to"])
