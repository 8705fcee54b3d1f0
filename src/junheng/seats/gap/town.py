"""The gap of one section in one year where areas and schools are points with ways between them."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.facts.remainders import whole
from junheng.policy.seat_norms import SeatNorms
from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.gap.gap import SeatGap, seat_gap
from junheng.seats.gap.seated import Seated, seated
from junheng.seats.places import Capacity, Places, PointTable, Ways, nearest_area, outside

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """Areas with ``children`` (areas,), NaN where not known; schools with their ``capacity``; ways from the former to
    the latter."""

    areas: PointTable
    children: Floats
    schools: PointTable
    capacity: Capacity
    ways: Ways


@dataclass(frozen=True, slots=True, eq=False)
class TownGap:
    """``gap`` of the town; ``seated`` where pupils of the schools were worked out and not reported, else None."""

    gap: SeatGap
    seated: Seated | None


def town_gap(town: Town, section: str, year: int, norms: SeatNorms, *, fill: bool = False) -> TownGap:
    """Children against seats, area by area.

    Args:
        town: the points, counts and ways.
        section: whose children and seats they are.
        year: of the children.
        norms: class norm, scale limit, radius.
        fill: pupils of the schools are those of the least way of all children (``seated``) instead of the table's.

    A school belongs to the area it names in the column ``area``, else to the nearest.

    Raises:
        UnfitInputError: a school lies outside every area, or a table cannot be read as ``seat_gap`` needs it.
    """
    home = _homes(town)
    held = town.capacity.held(norms.class_norm[section], norms.single)
    found = None
    pupils = town.capacity.pupils
    if fill:
        found = seated(whole(np.nan_to_num(town.children)), np.nan_to_num(held).astype(np.int64), town.ways)
        pupils = found.pupils.astype(np.float64)
    schools = pl.DataFrame({"school": town.schools.id, "area": home}, schema={"school": pl.String, "area": pl.String})
    schools = schools.with_columns(
        section=pl.lit(section),
        classes=pl.Series(town.capacity.classes),
        seats=pl.Series(town.capacity.seats),
        pupils=pl.Series(pupils),
    )
    children = pl.DataFrame({"area": town.areas.id, "children": town.children}).with_columns(
        pl.col("children").fill_nan(None), year=pl.lit(year), section=pl.lit(section)
    )
    return TownGap(seat_gap(children, schools, norms, distances=_distances(town)), found)


def _homes(town: Town) -> list[str]:
    """The area of each school by name."""
    if "area" in town.schools.rest.columns:
        return [str(one) for one in town.schools.rest["area"].to_list()]
    points = {"longitude": town.areas.lon, "latitude": town.areas.lat}
    at = {"longitude": town.schools.lon, "latitude": town.schools.lat}
    places = Places.of(
        areas=pl.DataFrame({"area": town.areas.id, **points}),
        schools=pl.DataFrame({"school_code": town.schools.id, **at}),
    )
    faults = tuple(outside(places))
    if faults:
        raise UnfitInputError(faults)
    return [town.areas.id[at] for at in nearest_area(town.areas, town.schools).tolist()]


def _distances(town: Town) -> pl.DataFrame:
    areas, schools = np.array(town.areas.id, object), np.array(town.schools.id, object)
    return pl.DataFrame(
        {
            "area": areas[town.ways.area].tolist(),
            "school": schools[town.ways.place].tolist(),
            "metres": town.ways.metres,
        },
        schema={"area": pl.String, "school": pl.String, "metres": pl.Float64},
    )


def unpeopled(table: PointTable, children: Floats) -> tuple[Fault, ...]:
    """Areas whose children are not known, and those where there are none."""
    codes = np.where(np.isnan(children), "no_population", np.where(children == 0, "nobody_lives_there", ""))
    return tuple(
        Fault(code, Text(f"片区“{name}”", f"area “{name}”"))
        for name, code in zip(table.id, codes.tolist(), strict=True)
        if code
    )
