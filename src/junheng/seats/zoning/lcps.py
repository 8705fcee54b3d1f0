"""Zone maps in the format of the Loudoun data: units, adjacency, schools and plans as rows of text.

Whatever is wrong is told at once: by table and row, with the rule and the remedy.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.zoning.zone_map import Neighbours, Plan, ZoneMap, neighbours

Row = Mapping[str, str | None]
Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of school: the pupils' column of the units and its word in the table of schools."""

    pupils: str
    word: str


LEVELS = {
    "ELEM": Level("pop_elem", "ELEMENTARY"),
    "MID": Level("pop_mid", "MIDDLE"),
    "HIGH": Level("pop_high", "HIGH"),
}


@dataclass(frozen=True, slots=True)
class Tables:
    """The four tables, rows as read; ``names`` are the files they came from, for the faults."""

    units: Rows
    adjacency: Rows
    schools: Rows
    plan: Rows
    names: Mapping[str, str] = field(default_factory=dict)

    def place(self, table: str, at: int) -> Text:
        """The row ``at`` (from 0) of a table as a person counts it, header first."""
        name = self.names.get(table, table)
        return Text(f"{name} 第 {at + 2} 行", f"{name} row {at + 2}")


@dataclass(frozen=True, slots=True)
class ZoningCase:
    """A map with today's plan, ready to be redrawn.

    Attributes:
        land: the map.
        plan: (n,) school of every area today.
        districts: (m,) the plan's name of each school's zone.
        notes: what is odd but does not hinder: areas that touch in a corner, areas without pupils.
    """

    land: ZoneMap
    plan: Plan
    districts: tuple[str, ...]
    notes: tuple[Fault, ...]


COLUMNS = {
    "units": ("spa_id", "area_sqft", "perimeter_ft"),
    "adjacency": ("spa_a", "spa_b", "shared_border_ft"),
    "schools": ("school_code", "level", "capacity", "home_spa"),
    "plan": ("spa_id", "district"),
}


def zoning_case(tables: Tables, level: str) -> ZoningCase:
    """The map and plan of one level.

    Raises:
        KeyError: a level that ``LEVELS`` does not know.
        UnfitInputError: with every fault of the four tables.
    """
    reading = _Reading(tables, LEVELS[level])
    reading.columns()
    if reading.faults:
        raise UnfitInputError(reading.faults)
    case = reading.case()
    if reading.faults or case is None:
        raise UnfitInputError(reading.faults)
    return case


class _Reading:
    """One reading of the four tables, gathering faults as it goes."""

    def __init__(self, tables: Tables, level: Level) -> None:
        self.tables = tables
        self.level = level
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def columns(self) -> None:
        """Tables without rows and columns that are not there."""
        wanted = {**COLUMNS, "units": (*COLUMNS["units"], self.level.pupils)}
        for table, names in wanted.items():
            rows: Rows = getattr(self.tables, table)
            title = self.tables.names.get(table, table)
            if not rows:
                self.faults.append(Fault("zone_table_empty", Text(title, title), {"table": title}))
                continue
            self.faults += [
                Fault("zone_column_missing", Text(title, title), {"column": name})
                for name in names
                if name not in rows[0]
            ]

    def case(self) -> ZoningCase | None:
        areas = self.areas()
        pairs = self.borders(areas)
        schools = self.schools(areas)
        districts, plan = self.plan(areas, {home: at for at, (_, _, home) in enumerate(schools)})
        numbers = [self.unit_numbers(at) for at in range(len(self.tables.units))]
        if self.faults:
            return None
        rows = neighbours(len(areas), pairs)
        self.outlines(numbers, rows)
        self.islands(tuple(areas), rows, [home for _, _, home in schools])
        columns = np.array(numbers, dtype=np.float64).T
        self.empty(tuple(areas), columns[0].tolist())
        land = ZoneMap(
            areas=tuple(areas),
            pupils=columns[0].copy(),
            surface=columns[1].copy(),
            perimeter=columns[2].copy(),
            start=rows.start,
            neighbour=rows.neighbour,
            border=rows.border,
            schools=tuple(name for name, _, _ in schools),
            seats=np.array([seats for _, seats, _ in schools], dtype=np.float64),
            home=np.array([home for _, _, home in schools], dtype=np.int64),
        )
        return ZoningCase(land, np.array(plan, dtype=np.int64), tuple(districts), tuple(self.notes))

    def fault(self, code: str, table: str, at: int, **values: object) -> None:
        self.faults.append(Fault(code, self.tables.place(table, at), values))

    def note(self, code: str, table: str, at: int, **values: object) -> None:
        self.notes.append(Fault(code, self.tables.place(table, at), values))

    def number(self, table: str, at: int, column: str, *, above: bool = False) -> float:
        """A number not below 0 (``above``: above 0); NaN with a fault otherwise."""
        rows: Rows = getattr(self.tables, table)
        text = (rows[at][column] or "").strip()
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not np.isfinite(value):
            self.fault("not_a_number", table, at, name=column, value=text)
        elif value < 0:
            self.fault("negative_count", table, at, name=column, value=text)
        elif above and value == 0:
            self.fault("zone_zero", table, at, name=column)
        else:
            return value
        return float("nan")

    def unit_numbers(self, at: int) -> tuple[float, float, float]:
        pupils = self.number("units", at, self.level.pupils)
        surface = self.number("units", at, "area_sqft", above=True)
        return pupils, surface, self.number("units", at, "perimeter_ft", above=True)

    def areas(self) -> dict[str, int]:
        """Area -> its index."""
        found: dict[str, int] = {}
        for at, row in enumerate(self.tables.units):
            name = row["spa_id"] or ""
            if not name:
                self.fault("zone_no_name", "units", at, column="spa_id")
            elif name in found:
                self.fault("zone_twice", "units", at, name=name)
            found.setdefault(name, len(found))
        return found

    def known(self, areas: Mapping[str, int], table: str, at: int, column: str) -> int:
        """The index of the area a row names; -1 with a fault when there is none."""
        rows: Rows = getattr(self.tables, table)
        name = rows[at][column] or ""
        if name not in areas:
            self.fault("zone_area_unknown", table, at, area=name)
        return areas.get(name, -1)

    def borders(self, areas: Mapping[str, int]) -> list[tuple[int, int, float]]:
        """Borders with a length; a corner is a note, no border."""
        seen: set[frozenset[int]] = set()
        pairs = []
        for at, row in enumerate(self.tables.adjacency):
            ends = [self.known(areas, "adjacency", at, column) for column in ("spa_a", "spa_b")]
            length = self.number("adjacency", at, "shared_border_ft")
            name = f"{row['spa_a']} – {row['spa_b']}"
            if min(ends) < 0:
                continue
            if ends[0] == ends[1]:
                self.fault("zone_borders_itself", "adjacency", at, area=row["spa_a"])
            elif frozenset(ends) in seen:
                self.fault("zone_twice", "adjacency", at, name=name)
            elif length == 0:
                self.note("zone_corner", "adjacency", at, name=name)
            else:
                pairs.append((ends[0], ends[1], length))
            seen.add(frozenset(ends))
        return pairs

    def schools(self, areas: Mapping[str, int]) -> list[tuple[str, float, int]]:
        """Name, seats and home of the schools of the level."""
        found: list[tuple[str, float, int]] = []
        for at, row in enumerate(self.tables.schools):
            if row["level"] != self.level.word:
                continue
            home = self.known(areas, "schools", at, "home_spa")
            name = row["school_code"] or ""
            if any(name == other for other, _, _ in found):
                self.fault("zone_twice", "schools", at, name=name)
            if home >= 0 and any(home == other for _, _, other in found):
                self.fault("zone_two_schools_in_area", "schools", at, school=name, area=row["home_spa"])
            found.append((name, self.number("schools", at, "capacity", above=True), home))
        if not found:
            title = self.tables.names.get("schools", "schools")
            self.faults.append(Fault("zone_no_school", Text(title, title), {"level": self.level.word}))
        return found

    def plan(self, areas: Mapping[str, int], homes: Mapping[int, int]) -> tuple[list[str], list[int]]:
        """The district of every school, and the school of every area."""
        chosen: dict[int, str] = {}
        for at, row in enumerate(self.tables.plan):
            area = self.known(areas, "plan", at, "spa_id")
            if area in chosen:
                self.fault("zone_twice", "plan", at, name=row["spa_id"])
            if area >= 0:
                chosen[area] = row["district"] or ""
        title = self.tables.names.get("plan", "plan")
        for name, area in areas.items():
            if area not in chosen:
                self.faults.append(Fault("zone_area_without_district", Text(title, title), {"area": name}))
        self.capacities(homes)
        held = Counter(chosen[home] for home in homes if home in chosen)
        for district in sorted(set(chosen.values())):
            if held[district] != 1:
                values = {"district": district, "count": held[district]}
                self.faults.append(Fault("zone_schools_in_district", Text(title, title), values))
        district_of = {school: chosen.get(home, "") for home, school in homes.items()}
        school_of = {district: school for school, district in district_of.items()}
        plan = [school_of.get(chosen.get(area, ""), -1) for area in areas.values()]
        return [district_of.get(school, "") for school in range(len(homes))], plan

    def capacities(self, homes: Mapping[int, int]) -> None:
        """A note where the plan counts other seats than the school it holds."""
        names = {row["spa_id"]: row for row in self.tables.plan if row.get("district_capacity")}
        rows = [row for row in self.tables.schools if row["level"] == self.level.word][: len(homes)]
        for row in rows:
            plan = names.get(row["home_spa"], {})
            if plan and plan["district_capacity"] != row["capacity"]:
                title = self.tables.names.get("plan", "plan")
                values = {
                    "district": plan["district"],
                    "plan": plan["district_capacity"],
                    "school": row["school_code"],
                    "seats": row["capacity"],
                }
                self.notes.append(Fault("zone_capacity_differs", Text(title, title), values))

    def outlines(self, numbers: Sequence[tuple[float, float, float]], rows: Neighbours) -> None:
        """Borders longer than the area's whole outline; 1 in 1,000 is rounding."""
        for at, (_, _, perimeter) in enumerate(numbers):
            shared = float(rows.border[rows.start[at] : rows.start[at + 1]].sum())
            if shared > perimeter * 1.001:
                self.fault("zone_borders_exceed_outline", "units", at, shared=round(shared), outline=round(perimeter))

    def empty(self, names: Sequence[str], pupils: Sequence[float]) -> None:
        """One note for all areas without pupils."""
        found = [name for name, count in zip(names, pupils, strict=True) if count == 0]
        title = self.tables.names.get("units", "units")
        if found:
            values = {"count": len(found), "names": ", ".join(found)}
            self.notes.append(Fault("zone_areas_without_pupils", Text(title, title), values))

    def islands(self, names: Sequence[str], rows: Neighbours, homes: Sequence[int]) -> None:
        """Areas from which no school can be reached across borders."""
        reached = set(homes)
        waiting = list(reached)
        while waiting:
            area = waiting.pop()
            fresh = set(rows.neighbour[rows.start[area] : rows.start[area + 1]].tolist()) - reached
            reached |= fresh
            waiting += fresh
        for at, name in enumerate(names):
            if at not in reached:
                self.fault("zone_island", "units", at, area=name)
