"""Who is expected to begin, by subject and year: the planner's own numbers, read strictly; nobody invents one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import polars as pl

from junheng.facts.findings import Place
from junheng.facts.grid import Grid, Unreadable, open_workbook
from junheng.policy.messages import Message, catalogue
from junheng.policy.text import Text
from junheng.teachers import Column, Fault, Read, Table, UnfitTablesError, read, tables
from junheng.teachers.checks import check_once
from junheng.teachers.columns import headed
from junheng.teachers.reading import LINE
from junheng.web.personnel.sheets import unreadable

Line = Mapping[str, Any]
LOOKED = 12
"""Rows in which the header is looked for: a table given out by this site has its title above it."""
LONGEST = 200
BLANK = frozenset({"—", "-"})
KEY = ("section", "subject", "year")
ENDS = ("low", "arrive", "high")
TITLES = {"low": Text("最少", "Low"), "high": Text("最多", "High"), "source": Text("依据", "Source")}


@dataclass(frozen=True, slots=True)
class ArrivalFault(Fault):
    """One thing wrong that only arrivals know; ``code`` names a line of this part's ``messages.yaml``."""

    @property
    def message(self) -> Message:
        return catalogue("junheng.web.posts")[self.code]


@cache
def contract() -> Table:
    """The engine's table of arrivals of one county, with what the planner thinks the least and the most, and why."""
    held = tables()["arrivals"]
    kept = {one.id: one for one in held.columns if one.id != "county_code"}
    ends = {
        one: replace(kept["arrive"], id=one, title=TITLES[one], names=_names(one), required=False) for one in TITLES
    }
    source = Column("source", "code", TITLES["source"], _names("source"), required=True)
    columns = (*(kept[one] for one in (*KEY, "arrive")), ends["low"], ends["high"], source)
    return replace(held, columns=columns)


def _names(id_: str) -> tuple[str, ...]:
    return (id_, TITLES[id_].zh, TITLES[id_].en.lower())


def of_file(name: str, content: bytes) -> pl.DataFrame:
    """The first table of arrivals in a workbook or CSV file, as text.

    Raises:
        UnfitTablesError: it cannot be read, or has no such table.
    """
    try:
        grids = open_workbook(content, name)
    except Unreadable as fault:
        raise UnfitTablesError([unreadable(name, fault)]) from fault
    for grid in grids:
        for at, row in enumerate(grid.rows[:LOOKED]):
            headers = [str(cell).split("（")[0].split(" (")[0].strip() for cell in row]
            found = {column.id for column, _tail in headed(contract(), headers).values()}
            if {*KEY, "arrive", "source"} <= found:
                return _below(grid, at, headers)
    raise UnfitTablesError([ArrivalFault("no_header", Place(name))])


def _below(grid: Grid, top: int, headers: Sequence[str]) -> pl.DataFrame:
    wanted = {header: headers.index(header) for header in headed(contract(), headers)}
    rows = [(at, row) for at, row in enumerate(grid.rows[top + 1 :], top + 2) if _belongs(row, wanted)]
    columns = {one: [_cell(row, at) for _, row in rows] for one, at in wanted.items()}
    return pl.DataFrame({LINE: [at for at, _ in rows], **columns}, schema_overrides={LINE: pl.Int64})


def _belongs(row: Sequence[object], wanted: Mapping[str, int]) -> bool:
    """A row of the table, not a note below it: more than its first cell is filled."""
    return sum(_cell(row, at) != "" for at in wanted.values()) > 1


def _cell(row: Sequence[object], at: int) -> str:
    """The text of a cell; the dash of a table given out is a blank."""
    said = str(row[at]).strip().removesuffix(".0") if at < len(row) else ""
    return "" if said in BLANK else said


def of_form(form: Mapping[str, str], section: str, subject: str, years: Sequence[int]) -> pl.DataFrame:
    """What the rows ``arrive2027``, ``low2027``, ``high2027`` and on say of one subject; the year is the line."""
    typed = [
        {LINE: year, "section": section, "subject": subject, "year": str(year), "source": form.get("source", "")}
        | {one: form.get(f"{one}{year}", "").strip() for one in ENDS}
        for year in years
    ]
    kept = [one for one in typed if any(one[name] for name in ENDS)]
    return pl.DataFrame(kept) if kept else empty()


def of_rows(rows: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    """Rows of a program by the ids of the columns, as text; what is None is blank."""
    ids = [one.id for one in contract().columns]
    typed = [{one: "" if row[one] is None else str(row[one]) for one in ids} for row in rows]
    return pl.DataFrame(typed) if typed else empty()


def empty() -> pl.DataFrame:
    return pl.DataFrame(schema={one.id: pl.String for one in contract().columns})


def lines_of(text: pl.DataFrame, day: date) -> list[dict[str, Any]]:
    """Lines with section, subject, year, arrive, low, high (None where not given), source and the day they are of.

    Raises:
        UnfitTablesError: with every fault.
    """
    found = read(text, contract())
    faults = [*found.faults, *(() if found.faults else _between(found))]
    if faults:
        raise UnfitTablesError(faults)
    names = (*KEY, *ENDS)
    rows = zip(*(found.column(one) for one in names), found.column("source"), strict=True)
    return [
        {**dict(zip(names, values, strict=True)), "source": source[:LONGEST], "on": day.isoformat()}
        for *values, source in rows
    ]


def _between(found: Read) -> Iterator[Fault]:
    yield from check_once(found, *KEY)
    rows = zip(found.frame[LINE], *(found.column(one) for one in ENDS), strict=True)
    for line, low, arrive, high in rows:
        if not (arrive if low is None else low) <= arrive <= (arrive if high is None else high):
            values = {
                name: "—" if one is None else f"{one:g}" for name, one in zip(ENDS, (low, arrive, high), strict=True)
            }
            yield ArrivalFault("out_of_order", found.place(line, "arrive"), values)


def expected(lines: Sequence[Line], county: str, end: str = "arrive") -> Read | None:
    """The engine's table of arrivals at one end of the band, as expected where that end is not given; None for none."""
    if not lines:
        return None
    rows = [
        {"county_code": county, **{one: str(held[one]) for one in KEY}, "arrive": f"{_at(held, end):g}"}
        for held in lines
    ]
    return read(pl.DataFrame(rows), tables()["arrivals"])


def _at(line: Line, end: str) -> float:
    return float(line["arrive"] if line[end] is None else line[end])


def banded(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """The (section, subject) of which the planner gave a least or a most."""
    return {(one["section"], one["subject"]) for one in lines if one["low"] is not None or one["high"] is not None}


def planned(lines: Sequence[Line], years: range) -> dict[str, Any]:
    """What a plan comes to in some years: ``subjects``, ``arrive``, its ``sources`` with days, lines ``outside``."""
    inside = [one for one in lines if one["year"] in years]
    return {
        "subjects": len({(one["section"], one["subject"]) for one in inside}),
        "arrive": sum(one["arrive"] for one in inside),
        "sources": list(dict.fromkeys((one["source"], one["on"]) for one in inside)),
        "outside": len(lines) - len(inside),
    }
