"""The caller's kind of table: taken in lazily, given back as the same kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import Any

import narwhals as nw
import polars as pl
from narwhals.typing import IntoFrame

from junheng.balance.bounds import Cell

Frame = nw.LazyFrame[Any]
"""A table of any engine on which measures are written once."""

YEAR = "year"
GROUP = "__group"
ROW = "__row_of_table"
ORDERED_ROWS = 1_000_000
"""Polars tables of up to this many rows are summed row by row in the order given, so that the same table gives the same
bits; of larger ones the threads' partial sums meet in any order, and the last bit may differ from run to run."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``give`` turns a finished Polars table into the caller's kind; ``lazy`` engines hold queries, not rows."""

    name: str
    lazy: bool
    give: Callable[[pl.DataFrame], Any]

    def settle(self, frame: Frame) -> Frame:
        """The same table computed once, so that what follows does not compute it again."""
        return frame if self.name == "duckdb" else frame.collect().lazy()

    def unrepeated(self, frame: Frame, keys: list[str]) -> bool:
        """Whether the rows certainly differ in their keys; False leaves it open. Equal keys have equal hashes."""
        if self.name != "polars":
            return False
        native: pl.LazyFrame = frame.to_native()
        hashes = [pl.col(key).hash(at) for at, key in enumerate(keys)]
        different, rows = native.select(reduce(xor, hashes).n_unique().alias("different"), pl.len()).collect().row(0)
        return bool(different == rows)

    def numbered(self, frame: Frame, keys: list[str], cells: Sequence[Cell]) -> tuple[Frame, list[str]]:
        """The frame with what to group by: on Polars one number per group, which is several times faster than text."""
        if self.name != "polars" or not cells:
            return frame, keys
        sections, years = sorted({section for section, _ in cells}), [year for _, year in cells if year is not None]
        number = pl.col("county_code").cast(pl.Categorical).to_physical().cast(pl.Int64) * len(sections)
        number += sum((pl.col("section") == section).cast(pl.Int64) * at for at, section in enumerate(sections))
        if years:
            number = number * (max(years) - min(years) + 1) + pl.col(YEAR) - min(years)
        return nw.from_native(frame.to_native().with_columns(number.alias(GROUP))), [GROUP]

    def ordered(self, frame: Frame) -> Frame:
        """The rows with their place in the table, when sums are to be made in that order."""
        if self.name != "polars":
            return frame
        native: pl.LazyFrame = frame.to_native()
        rows = native.select(pl.len()).collect().item()
        return nw.from_native(native.with_row_index(ROW)) if rows <= ORDERED_ROWS else frame

    def native(self, frame: Frame) -> Any:
        """The table as the caller's own object."""
        return frame.to_native() if self.lazy else frame.collect().to_native()


def in_order(summands: Frame, by: list[str]) -> Frame:
    """The sums of every other column by group, each added up in the order of the rows."""
    native: pl.LazyFrame = summands.to_native()
    sorted_rows = native.sort(*by, ROW).drop(ROW).with_columns(pl.col(by[0]).set_sorted())
    sums = sorted_rows.group_by(by, maintain_order=True).agg(pl.exclude(by).sum())
    return nw.from_native(sums.collect(engine="in-memory").lazy())


def take(frame: IntoFrame) -> tuple[Frame, Kind]:
    """A pandas, Polars (eager or lazy), PyArrow or DuckDB table as a narwhals frame, and its kind.

    pandas columns become Arrow-backed, where a missing number is null and a comparison with it is null too.

    Raises:
        TypeError: the object is not a table narwhals knows.
    """
    if nw.dependencies.is_pandas_dataframe(frame):
        arrow: Any = frame.convert_dtypes(dtype_backend="pyarrow")
        return nw.from_native(arrow).lazy(), Kind("pandas", False, _to_pandas)
    known = nw.from_native(frame)
    name = str(known.implementation.value)
    if name == "polars":
        lazy = isinstance(known, nw.LazyFrame)
        return known.lazy(), Kind(name, lazy, pl.DataFrame.lazy if lazy else _same)
    if name == "duckdb":
        return known.lazy(), Kind(name, True, _to_duckdb)
    if name == "pyarrow":
        return known.lazy(), Kind(name, False, pl.DataFrame.to_arrow)
    raise TypeError(f"tables of kind {name} are not supported; give pandas, polars, pyarrow or duckdb")


def _same(frame: pl.DataFrame) -> pl.DataFrame:
    return frame


def _to_pandas(frame: pl.DataFrame) -> Any:
    return frame.to_pandas(use_pyarrow_extension_array=True)


def _to_duckdb(frame: pl.DataFrame) -> Any:
    import duckdb

    return duckdb.from_arrow(frame.to_arrow())
