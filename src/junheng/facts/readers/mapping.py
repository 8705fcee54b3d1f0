"""A mapping file: how a table of another system becomes facts, column by column, each with its unit and rule."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from junheng.facts.contracts import Field
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.readers.mappingfaults import MappingError, contract_field, faults_of
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One fact and the columns it is the sum of. ``table`` is None for a column of the flat unit table."""

    table: str | None
    field: Field
    sources: tuple[str, ...]
    section: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Mapping:
    id: str
    into: str
    sheet: str | None
    header_row: int | None
    year: int | tuple[str, int]
    county: str | None
    county_code: str | None
    school_code: str
    school_name: str | None
    section: str | None
    section_column: str | None
    skip: Dict[str, frozenset[str]]
    columns: tuple[MappedColumn, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """Every column title the mapping asks for."""
        own = (self.school_code, self.school_name, self.county, self.county_code, self.section_column)
        year = (self.year[0],) if isinstance(self.year, tuple) else ()
        named = [*(one for one in own if one), *year, *self.skip]
        return tuple(dict.fromkeys([*named, *(source for one in self.columns for source in one.sources)]))


def load_mapping(source: Path | str | Dict[str, Any]) -> Mapping:
    """Read a mapping file.

    Raises:
        MappingError: with every fault of the file, each with place, what, rule and fix.
    """
    raw, name = _raw(source)
    faults = faults_of(raw, name)
    if faults:
        raise MappingError(faults)
    return _mapping(raw)


def _raw(source: Path | str | Dict[str, Any]) -> tuple[Any, str]:
    if isinstance(source, Dict):
        return source, "mapping"
    path = Path(source)
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8")), path.name
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as fault:
        values = {"reason": " ".join(str(fault).split())[:200]}
        raise MappingError([Finding("mapping_unreadable", Outcome.REJECTED, Place(path.name), values)]) from None


def _mapping(raw: Dict[str, Any]) -> Mapping:
    rows, year = raw["rows"], raw["year"]
    section = rows["section"]
    return Mapping(
        id=str(raw.get("id", "mapping")),
        into=raw.get("into", "units"),
        sheet=raw.get("sheet"),
        header_row=raw.get("header_row"),
        year=year if isinstance(year, int) else (year["column"], year.get("add", 0)),
        county=raw.get("county"),
        county_code=raw.get("county_code"),
        school_code=rows["school_code"],
        school_name=rows.get("school_name"),
        section=section if isinstance(section, str) else None,
        section_column=None if isinstance(section, str) else section["column"],
        skip={column: frozenset(map(str, values)) for column, values in rows.get("skip", {}).items()},
        columns=tuple(_column(one, raw.get("into", "units")) for one in raw["columns"]),
    )


def _column(one: Dict[str, Any], into: str) -> MappedColumn:
    sources = one.get("sum", one.get("column"))
    named = (sources,) if isinstance(sources, str) else tuple(sources)
    fact = one["fact"]
    held = contract_field(fact) if into == "facts" else None
    if held is not None:
        table, scale = fact.partition(".")[0], float(one.get("scale", 1))
        field = Field(held.id, held.type, held.title, held.unit, scale=scale, codes=held.codes, pattern=held.pattern)
        return MappedColumn(table, field, named, one.get("section"), one.get("rule", ""))
    known = next((column for column in UNIT_COLUMNS if column.id == fact), None)
    title = known.title if known else Text(one.get("title", fact), fact)
    unit = one.get("unit") or (known.unit if known else None)
    field = Field(fact, "float", title, unit, scale=float(one.get("scale", 1)))
    return MappedColumn(None, field, named, one.get("section"), one.get("rule", ""))
