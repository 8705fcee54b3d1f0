"""Areas, children, schools, seats and sites: the tables from which planning starts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

if TYPE_CHECKING:
    from polars.datatypes import DataTypeClass

SCHEMAS: Mapping[str, Mapping[str, "DataTypeClass"]] = {
    "areas": {
        "area": pl.String,
        "area_name": pl.String,
        "county_code": pl.String,
        "township": pl.String,
        "longitude": pl.Float64,
        "latitude": pl.Float64,
        "polygon": pl.Binary,  # WKB in degrees
    },
    "children": {"area": pl.String, "year": pl.Int64, "age": pl.Int64, "children": pl.Int64},
    "schools": {
        "school_code": pl.String,
        "school_name": pl.String,
        "county_code": pl.String,
        "township": pl.String,
        "area": pl.String,
        "longitude": pl.Float64,
        "latitude": pl.Float64,
        "public": pl.Boolean,
        "boarding": pl.Boolean,
    },
    "seats": {
        "school_code": pl.String,
        "section": pl.String,
        "pupils": pl.Int64,
        "classes": pl.Int64,
        "seats": pl.Int64,
    },
    "sites": {
        "site": pl.String,
        "site_name": pl.String,
        "county_code": pl.String,
        "area": pl.String,
        "longitude": pl.Float64,
        "latitude": pl.Float64,
        "land_m2": pl.Float64,
        "cost_yuan": pl.Float64,
    },
    "dwellings": {"area": pl.String, "year": pl.Int64, "dwellings": pl.Int64},
}
"""Columns of each table. Ids, the age and the year are needed; all else may be absent and is then empty: not known."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "areas": ("area", "longitude", "latitude"),
    "children": ("area", "year", "age", "children"),
    "schools": ("school_code", "longitude", "latitude"),
    "seats": ("school_code", "section", "seats"),
    "sites": ("site", "longitude", "latitude"),
    "dwellings": ("area", "year", "dwellings"),
}
TITLES: Mapping[str, Text] = {
    "areas": Text("片区表", "areas"),
    "children": Text("儿童表", "children"),
    "schools": Text("学校表", "schools"),
    "seats": Text("学位表", "seats"),
    "sites": Text("规划用地表", "sites"),
    "dwellings": Text("住房表", "dwellings"),
}
SECTION_AGES: Mapping[str, tuple[int, ...]] = {"primary": tuple(range(6, 12)), "junior": (12, 13, 14)}
"""Ages at the end of August by section (六三学制); a child of 6 enters grade 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The tables of ``SCHEMAS``; the order of ``areas`` and ``schools`` is the order of every array made from them."""

    areas: pl.DataFrame
    children: pl.DataFrame
    schools: pl.DataFrame
    seats: pl.DataFrame
    sites: pl.DataFrame
    dwellings: pl.DataFrame

    @classmethod
    def of(cls, **tables: pl.DataFrame) -> "Places":
        """Tables with the columns of their schema; tables and columns left out are empty.

        Raises:
            UnfitInputError: a needed column is absent, or a column cannot be read as its type.
        """
        faults: list[Fault] = []
        whole = {name: _conformed(name, tables.get(name), faults) for name in SCHEMAS}
        if faults:
            raise UnfitInputError(faults)
        return cls(**whole)

    @property
    def polygons(self) -> NDArray[np.object_] | None:
        """Shapely polygons of the areas; None unless every area has one."""
        import shapely

        if self.areas.is_empty() or self.areas["polygon"].null_count():
            return None
        read: NDArray[np.object_] = shapely.from_wkb(self.areas["polygon"].to_list())
        return read

    def children_of(self, ages: Iterable[int], year: int) -> NDArray[np.int64]:
        """Children of some ages by area; 0 where there is no row."""
        rows = self.children.filter(pl.col("age").is_in(list(ages)) & (pl.col("year") == year))
        counted = rows.group_by("area").agg(pl.col("children").sum())
        found = self.areas.select("area").join(counted, on="area", how="left", maintain_order="left")
        return found["children"].fill_null(0).to_numpy().astype(np.int64)

    @property
    def years(self) -> Sequence[int]:
        """Years with children, rising."""
        return sorted(self.children["year"].unique().drop_nulls().to_list())


def _conformed(name: str, frame: pl.DataFrame | None, faults: list[Fault]) -> pl.DataFrame:
    schema = SCHEMAS[name]
    if frame is None:
        return pl.DataFrame(schema=dict(schema))
    absent = [column for column in NEEDED[name] if column not in frame.columns]
    faults += [Fault("column_absent", TITLES[name], {"column": column}) for column in absent]
    columns = []
    for column, kind in schema.items():
        if column not in frame.columns:
            columns.append(pl.Series(column, [None] * frame.height, dtype=kind))
            continue
        read = frame[column].cast(kind, strict=False)
        lost = (read.is_null() & frame[column].is_not_null()).arg_true()
        faults += [
            Fault("not_a_number", row_of(name, at), {"name": column, "value": frame[column][at]})
            for at in lost.to_list()
        ]
        columns.append(read)
    return pl.DataFrame(columns) if not absent else pl.DataFrame(schema=dict(schema))


def row_of(table: str, at: int) -> Text:
    """A row of a table, counted as in its file: the header is line 1."""
    title = TITLES[table]
    return Text(f"{title.zh}第 {at + 2} 行", f"{title.en}, row {at + 2}")
