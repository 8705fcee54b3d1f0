"""The tables of a rotation as a city with its ways: from distances or, without them, straight between coordinates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.teachers.faults import Fault, UnfitTablesError, no_file
from junheng.teachers.reading import Read
from junheng.teachers.rotation.arrays import different
from junheng.teachers.rotation.city import City, city_of
from junheng.teachers.rotation.county import Floats
from junheng.teachers.rotation.ways import METRES, kilometres

NEEDED = ("teachers", "schools")
STRAIGHT = Text(
    "没有 distances.csv：路程按坐标的直线距离", "There is no distances.csv: ways are straight lines between coordinates"
)
Ways = Callable[[Floats, Floats, Floats, Floats], Floats]
"""Metres between (lon, lat) and (lon, lat), degrees."""


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """The city, the kilometres between its different schools, and what is to be said about them."""

    city: City
    km: Floats
    notes: tuple[Text, ...]


def inputs_of(tables: Mapping[str, Read], rules: RotationRules, day: date, ways: Ways) -> Inputs:
    """The city of ``teachers`` and ``schools``, and ``distances`` or ``coordinates`` where they are given.

    Args:
        tables: as read, by id.
        rules: who is eligible.
        day: on which ages are taken.
        ways: measures where there are no distances.

    Raises:
        UnfitTablesError: with every fault of all tables.
    """
    if absent := [no_file(f"{one}.csv") for one in NEEDED if one not in tables]:
        raise UnfitTablesError(absent)
    km, wrong, notes = ways_of(tables, ways)
    return Inputs(city_of(tables["teachers"], tables["schools"], km, rules, day, known=wrong), km, notes)


def ways_of(tables: Mapping[str, Read], ways: Ways) -> tuple[Floats, tuple[Fault, ...], tuple[Text, ...]]:
    """(schools, schools) km between the different schools, faults, and what is to be said about the ways."""
    schools = tables["schools"]
    names = different(schools)
    if "distances" in tables:
        return *_given(tables["distances"], names), ()
    places, wrong = _coordinates(tables.get("coordinates"), schools)
    return _straight(names, places, ways), wrong, (STRAIGHT,)


def _given(distances: Read, names: list[str]) -> tuple[Floats, tuple[Fault, ...]]:
    if any(one.code == "column_absent" for one in distances.faults):
        return np.full((len(names), len(names)), np.inf), distances.faults
    km, more = kilometres(distances, names)
    return km, (*distances.faults, *more)


def _coordinates(given: Read | None, schools: Read) -> tuple[dict[str, tuple[float, float]], tuple[Fault, ...]]:
    """Degrees by school, from the table of coordinates or that of schools, and what is wrong with them."""
    found: dict[str, tuple[float, float]] = {}
    faults: list[Fault] = [] if given is None else [*given.faults]
    for table in (schools,) if given is None else (given, schools):
        if table.has("school_code") and table.has("lon") and table.has("lat"):
            for school, lon, lat in table.frame.select("school_code", "lon", "lat").drop_nulls().iter_rows():
                found.setdefault(school, (lon, lat))
    if schools.has("school_code"):
        seen: set[str] = set()
        for line, school in schools.frame.select("line", "school_code").drop_nulls().iter_rows():
            if school not in found and school not in seen:
                faults.append(schools.fault("no_place", line, "school_code", school=school))
            seen.add(school)
    return found, tuple(faults)


def _straight(names: list[str], places: dict[str, tuple[float, float]], ways: Ways) -> Floats:
    """(schools, schools) km; infinite where a place is not known."""
    at = np.array([places.get(one, (np.nan, np.nan)) for one in names]).reshape(-1, 2)
    metres = ways(at[:, None, 0], at[:, None, 1], at[:, 0], at[:, 1])
    return np.where(np.isfinite(metres), metres, np.inf) / METRES
