"""Checks of single rows: ids that come twice, places that are missing, counts below 0, names of areas not there."""

from collections.abc import Iterator

import polars as pl

from junheng.seats.faults import Fault
from junheng.seats.places.tables import Places, row_of

IDS = {"areas": "area", "schools": "school_code", "sites": "site"}
COUNTS = {
    "children": ("children",),
    "seats": ("pupils", "classes", "seats"),
    "sites": ("land_m2", "cost_yuan"),
    "dwellings": ("dwellings",),
}
REFERENCES = {"children": "area", "dwellings": "area", "schools": "area", "sites": "area"}


def twice(places: Places) -> Iterator[Fault]:
    """Ids given to more than one row."""
    for table, column in IDS.items():
        frame: pl.DataFrame = getattr(places, table)
        again = (frame[column].is_duplicated() & ~frame[column].is_first_distinct()).arg_true()
        for at in again.to_list():
            yield Fault("given_twice", row_of(table, at), {"name": frame[column][at]})


def nowhere(places: Places) -> Iterator[Fault]:
    """Rows without a place, with swapped coordinates, or at none on earth."""
    for table in IDS:
        frame: pl.DataFrame = getattr(places, table)
        for at, (lon, lat) in enumerate(frame.select("longitude", "latitude").iter_rows()):
            if lon is None or lat is None:
                yield Fault("no_place", row_of(table, at), {"name": "longitude" if lon is None else "latitude"})
            elif abs(lon) <= 90 < abs(lat) <= 180:  # noqa: PLR2004 - the ranges of latitude and longitude
                yield Fault("swapped", row_of(table, at), {"lon": lon, "lat": lat})
            elif not (abs(lon) <= 180 and abs(lat) <= 90):  # noqa: PLR2004
                yield Fault("no_such_place", row_of(table, at), {"lon": lon, "lat": lat})


def negative(places: Places) -> Iterator[Fault]:
    """Counts, seats, land and costs below 0."""
    for table, columns in COUNTS.items():
        frame: pl.DataFrame = getattr(places, table)
        for column in columns:
            for at in (frame[column] < 0).fill_null(value=False).arg_true().to_list():
                yield Fault("negative_count", row_of(table, at), {"name": column, "value": frame[column][at]})


def unknown(places: Places) -> Iterator[Fault]:
    """Rows that name an area, or seats that name a school, which is not there."""
    areas, schools = places.areas["area"].implode(), places.schools["school_code"].implode()
    for table, column in (*REFERENCES.items(), ("seats", "school_code")):
        frame: pl.DataFrame = getattr(places, table)
        known = schools if column == "school_code" else areas
        lost = frame[column].is_not_null() & ~frame.select(pl.col(column).is_in(known)).to_series().fill_null(
            value=True
        )
        for at in lost.arg_true().to_list():
            yield Fault("not_in_table", row_of(table, at), {"name": frame[column][at]})
