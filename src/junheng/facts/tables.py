"""The facts of one school year in memory: the contract tables and the cells they came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from junheng.facts.contracts import ORDER, contract

CELLS_SCHEMA: Mapping[str, pl.DataType] = {
    "table": pl.String(),
    "code": pl.String(),  # school_code or county_code of the fact's row
    "part": pl.String(),  # the rest of the key: section, campus, group, subject, item; "" if none
    "field": pl.String(),
    "state": pl.String(),  # reported | not_applicable | suppressed  (a fact without a row here is not reported)
    "file": pl.String(),
    "sheet": pl.String(),
    "cell": pl.String(),
    "raw": pl.String(),  # the cell as written
}
"""One row per reported cell; a fact summed from several cells has several rows."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All tables of one school year. Every contract table is present, with zero rows when nothing was reported.

    A null value is *not reported* unless ``cells`` has a row for it with state ``not_applicable`` or ``suppressed``.
    """

    year: int
    tables: Mapping[str, pl.DataFrame]
    cells: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=dict(CELLS_SCHEMA)))
    marks: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=dict(CELLS_SCHEMA)))
    """Cells that hold no fact but can be pointed at; ``state`` is ``key``, ``blank`` (a required cell) or ``rejected``.

    Known only of facts that were just read; never stored.
    """

    def __getitem__(self, table: str) -> pl.DataFrame:
        return self.tables[table]

    @classmethod
    def of(cls, year: int, tables: Mapping[str, pl.DataFrame], cells: pl.DataFrame | None = None) -> "Facts":
        """Facts from some tables, in canonical column order; columns and tables left out become null and empty."""
        whole = {name: conform(name, tables.get(name)) for name in ORDER}
        return cls(year, whole, pl.DataFrame(schema=dict(CELLS_SCHEMA)) if cells is None else cells)


def conform(table: str, frame: pl.DataFrame | None) -> pl.DataFrame:
    """The frame with exactly the contract's columns, types and order, sorted by key; NaN becomes null."""
    rules = contract(table)
    if frame is None:
        return rules.empty()
    columns: Iterable[pl.Expr] = (
        (pl.col(one.id) if one.id in frame.columns else pl.lit(None)).cast(one.polars).alias(one.id)
        for one in rules.fields
    )
    floats = [one.id for one in rules.fields if one.type == "float"]
    return frame.select(columns).with_columns(pl.col(floats).fill_nan(None)).sort(rules.key)
