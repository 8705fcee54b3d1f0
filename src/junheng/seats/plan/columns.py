"""The tables and columns of a planning base, and a base made of tables that were read: everything that is missing in
one answer."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.plan.tables import Tables

if TYPE_CHECKING:
    from polars.datatypes import DataTypeClass

TEXT, WHOLE, REAL, FLAG = pl.String, pl.Int64, pl.Float64, pl.Boolean

COLUMNS: Mapping[str, Mapping[str, "DataTypeClass"]] = {
    "areas": {
        **dict.fromkeys(("area", "area_name", "county_code", "township"), TEXT),
        **dict.fromkeys(("longitude", "latitude"), REAL),
        "polygon": pl.Binary,
    },
    "children": {"area": TEXT, "year": WHOLE, "age": WHOLE, "children": WHOLE},
    "births": {"county_code": TEXT, "year": WHOLE, "births": WHOLE},
    "dwellings": {"area": TEXT, "year": WHOLE, "dwellings": WHOLE},
    "schools": {
        **dict.fromkeys(("school_code", "school_name", "county_code", "township", "area"), TEXT),
        **dict.fromkeys(("longitude", "latitude"), REAL),
        **dict.fromkeys(("public", "boarding", "zoned"), FLAG),
    },
    "seats": {
        **dict.fromkeys(("school_code", "section"), TEXT),
        **dict.fromkeys(("pupils", "classes", "seats", "classes_addable"), WHOLE),
    },
    "sites": {
        **dict.fromkeys(("site", "site_name", "county_code", "area"), TEXT),
        **dict.fromkeys(("longitude", "latitude"), REAL),
        "kind": TEXT,
        "land_m2": WHOLE,
        "classes_max": WHOLE,
        "cost_yuan": REAL,
    },
    "zones": {"section": TEXT, "area": TEXT, "school_code": TEXT},
    "nodes": {"node": WHOLE, "lon": REAL, "lat": REAL},
    "edges": {"u": WHOLE, "v": WHOLE, "length_m": REAL, "highway": TEXT, "oneway": TEXT},
}
"""Table -> its columns with their types, in order."""
TITLES: Mapping[str, Text] = {
    "areas": Text("片区表", "areas"),
    "children": Text("儿童表", "children"),
    "births": Text("出生表", "births"),
    "dwellings": Text("住房表", "dwellings"),
    "schools": Text("学校表", "schools"),
    "seats": Text("学位表", "seats"),
    "sites": Text("规划用地表", "sites"),
    "zones": Text("现行划片表", "zones"),
    "nodes": Text("道路节点表", "nodes"),
    "edges": Text("道路表", "edges"),
}


def base_of(frames: Mapping[str, pl.DataFrame], costs: Mapping[str, int]) -> Tables:
    """A planning base of tables that were read, with their columns in order and of their types.

    Raises:
        UnfitInputError: tables or columns are missing, or cells are not of their column's type; all of them.
    """
    faults = [
        *(Fault("table_absent", TITLES[name], {"table": name}) for name in COLUMNS if name not in frames),
        *(one for name in COLUMNS if name in frames for one in _absent(name, frames[name])),
    ]
    read = {name: _read(name, frames[name], faults) for name in COLUMNS if name in frames}
    if faults:
        raise UnfitInputError(faults)
    return Tables(**read, costs=costs)


def row_of(table: str, at: int) -> Text:
    """A row of a table, counted as a spreadsheet counts it: the header is row 1."""
    title = TITLES[table]
    return Text(f"{title.zh}第 {at + 2} 行", f"{title.en}, row {at + 2}")


def _absent(name: str, frame: pl.DataFrame) -> Iterator[Fault]:
    for column in COLUMNS[name]:
        if column not in frame.columns:
            yield Fault("column_absent", TITLES[name], {"column": column})


def _read(name: str, frame: pl.DataFrame, faults: list[Fault]) -> pl.DataFrame:
    """The columns that are there as their types; cells that are not are noted."""
    columns = []
    for column, kind in COLUMNS[name].items():
        if column not in frame.columns:
            continue
        cells = frame[column].cast(kind, strict=False)
        lost = (cells.is_null() & frame[column].is_not_null()).arg_true().to_list()
        faults += [Fault("not_a_number", row_of(name, at), {"name": column, "value": frame[column][at]}) for at in lost]
        columns.append(cells)
    return pl.DataFrame(columns)
