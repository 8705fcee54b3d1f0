"""The folder of ``junheng rotate``: teachers, schools, and distances or coordinates, every fault of all at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.csv_table import text_table
from junheng.cli.output import refuse
from junheng.policy import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from junheng.policy.rotation_rules import RotationRules
    from junheng.teachers import Fault, Read
    from junheng.teachers.rotation import City

STRAIGHT = Text(
    "没有 distances.csv：路程按坐标的直线距离", "There is no distances.csv: ways are straight lines between coordinates"
)


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """The city, the kilometres between its different schools, and what is to be said about them."""

    city: "City"
    km: "NDArray[np.float64]"
    notes: tuple[Text, ...]


def read_folder(folder: Path, rules: "RotationRules", day: date) -> Folder:
    """The tables of a folder.

    Raises:
        UnfitTablesError: with every fault of all tables.
    """
    from junheng.teachers import Fault, UnfitTablesError, no_file
    from junheng.teachers.rotation import city_of, different, kilometres

    if not folder.is_dir():
        refuse(f"没有文件夹 / there is no folder {folder}")
    faults: list[Fault] = [no_file(f"{one}.csv") for one in ("teachers", "schools") if not _path(folder, one).is_file()]
    if faults:
        raise UnfitTablesError(faults)
    teachers, schools = read_table(folder, "teachers"), read_table(folder, "schools")
    names = different(schools)
    if _path(folder, "distances").is_file():
        distances = read_table(folder, "distances")
        km, wrong = _none(len(names)), distances.faults
        if not any(one.code == "column_absent" for one in wrong):
            km, more = kilometres(distances, names)
            wrong = (*wrong, *more)
        return Folder(city_of(teachers, schools, km, rules, day, known=wrong), km, ())
    places, wrong = _coordinates(folder, schools)
    km = _straight(names, places)
    return Folder(city_of(teachers, schools, km, rules, day, known=wrong), km, (STRAIGHT,))


def read_table(folder: Path, name: str) -> "Read":
    """One table of the folder as typed columns."""
    from junheng.teachers import read, tables

    return read(text_table(_path(folder, name)), tables()[name])


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv"


def _none(schools: int) -> "NDArray[np.float64]":
    import numpy as np

    return np.full((schools, schools), np.inf)


def _coordinates(folder: Path, schools: "Read") -> "tuple[dict[str, tuple[float, float]], tuple[Fault, ...]]":
    """Degrees by school, from coordinates.csv or the table of schools, and what is wrong with them."""
    found: dict[str, tuple[float, float]] = {}
    faults: list[Fault] = []
    tables = [schools]
    if _path(folder, "coordinates").is_file():
        tables.insert(0, read_table(folder, "coordinates"))
        faults += tables[0].faults
    for table in tables:
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


def _straight(names: list[str], places: dict[str, tuple[float, float]]) -> "NDArray[np.float64]":
    """(schools, schools) km; infinite where a place is not known."""
    import numpy as np

    from junheng.seats.places import haversine

    at = np.array([places.get(one, (np.nan, np.nan)) for one in names]).reshape(-1, 2)
    metres = haversine(at[:, None, 0], at[:, None, 1], at[:, 0], at[:, 1])
    return np.where(np.isfinite(metres), metres, np.inf) / 1000
