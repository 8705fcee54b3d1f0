"""The facts of one county, as the items need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from junheng.balance.scope import kind_of
from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.facts.tables import Facts
from junheng.policy.parameters import Rules
from junheng.policy.standard import Item, Standard

Rows = Mapping[str, Mapping[tuple[str, str], Mapping[str, Any]]]
"""Table -> (school code, section or "") -> row."""

SCHOOL_TABLES = ("sections", "class_sizes", "teachers", "staff", "rooms", "money")
COMPULSORY = ("primary", "junior")
PRIVATE = "10"
"""举办者类型 of a private school."""


@dataclass(frozen=True, slots=True, eq=False)
class School:
    """A school: its row of ``schools``, and its pupils by section (sections without pupils left out)."""

    row: Mapping[str, Any]
    pupils: Mapping[str, int | None]

    @property
    def code(self) -> str:
        return str(self.row["school_code"])

    @property
    def name(self) -> str:
        return str(self.row["school_name"])

    @property
    def kind(self) -> str:
        return kind_of(self.row["school_type"])

    @property
    def compulsory(self) -> tuple[str, ...]:
        return tuple(section for section in COMPULSORY if section in self.pupils)

    @property
    def compulsory_pupils(self) -> int | None:
        summed: int | None = total(self.pupils[section] for section in self.compulsory)
        return summed

    @property
    def zone(self) -> str | None:
        """urban, town or rural; None when not reported."""
        found = code_list("urban_rural").attributes.get(self.row["urban_rural"] or "", {}).get("zone")
        return None if found is None else str(found)

    @property
    def private(self) -> bool | None:
        return None if self.row["organiser"] is None else self.row["organiser"] == PRIVATE


@dataclass(frozen=True, slots=True)
class CountyFacts:
    """One county's schools and tables, with the standard and its parameters on the day.

    ``schools`` are those of compulsory and special education; ``separate`` are the same before uncounted schools were
    merged into their parent.
    """

    code: str
    facts: Facts
    standard: Standard
    rules: Rules
    schools: tuple[School, ...]
    separate: tuple[School, ...]
    rows: Rows
    separate_rows: Rows

    def row(self, table: str, code: str, section: str = "") -> Mapping[str, Any]:
        """One row of a school's table; every value None when the school has none."""
        return self.rows[table].get((code, section)) or _blank(table)

    def separate_row(self, table: str, code: str) -> Mapping[str, Any]:
        return self.separate_rows[table].get((code, "")) or _blank(table)

    @property
    def county(self) -> Mapping[str, Any]:
        """The county's own row."""
        frame = self.facts["counties"]
        return _blank("counties") if frame.is_empty() else frame.row(0, named=True)

    def number(self, item: Item, role: str) -> float | None:
        """The parameter an item uses in a role."""
        return self.rules.number((item.uses or {})[role])

    def ordinary(self) -> tuple[School, ...]:
        """The schools of compulsory education other than special schools and teaching points too small to count."""
        name = self.standard.scope.get("teaching_point_min")
        least = self.rules.number(name) if name else None
        return tuple(one for one in self.schools if one.kind != "special" and not _small_point(one, least))


def _small_point(school: School, least: float | None) -> bool:
    pupils = school.compulsory_pupils
    return school.kind == "teaching_point" and pupils is not None and least is not None and pupils < least


def county_facts(code: str, whole: Facts, separate: Facts, standard: Standard, rules: Rules) -> CountyFacts:
    """The facts of one county out of the city's."""
    merged, own = of_county(whole, code), of_county(separate, code)
    return CountyFacts(code, merged, standard, rules, _schools(merged), _schools(own), _rows(merged), _rows(own))


def of_county(facts: Facts, code: str) -> Facts:
    """Only the rows of one county and its schools."""
    schools = facts["schools"].filter(pl.col("county_code") == code)
    tables = {
        name: frame.filter(pl.col("county_code") == code)
        if "county_code" in frame.columns
        else frame.join(schools.select("school_code"), on="school_code", how="semi", maintain_order="left")
        for name, frame in facts.tables.items()
    }
    return Facts(facts.year, tables, facts.cells)


def total(parts: Any) -> Any:
    """The sum, or None when any part is."""
    held = list(parts)
    return None if any(one is None for one in held) else sum(held)


def _schools(facts: Facts) -> tuple[School, ...]:
    pupils: dict[str, dict[str, int | None]] = {}
    for code, section, count in facts["sections"].select("school_code", "section", "pupils").iter_rows():
        if count is None or count > 0:
            pupils.setdefault(code, {})[section] = count
    found = (School(row, pupils.get(row["school_code"], {})) for row in facts["schools"].iter_rows(named=True))
    return tuple(
        one for one in found if one.kind not in {"senior", "vocational"} and (one.compulsory or not one.pupils)
    )


def _rows(facts: Facts) -> Rows:
    return {
        name: {(row["school_code"], row.get("section", "")): row for row in facts[name].iter_rows(named=True)}
        for name in SCHOOL_TABLES
    }


@cache
def _blank(table: str) -> Mapping[str, Any]:
    return dict.fromkeys(one.id for one in contracts()[table].fields)
