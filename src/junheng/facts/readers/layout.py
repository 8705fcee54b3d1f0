"""The layout of the official school workbooks, from YAML: tables, their header trees and what each cell means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.facts.contracts import Field, contract
from junheng.facts.readers.labels import Names
from junheng.policy.own_yaml import own_yaml


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column of a form: the labels above it and how many rows of the header each takes."""

    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One fact of a form: the sum (or the count of positive values) over rows x columns.

    ``write`` is the index of the one cell the writer fills when several are summed; ``share`` names the fact that the
    writer may spread over counted cells.
    """

    table: str
    field: Field
    section: str | None
    rows: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    counts: bool = False
    write: int = 0
    share: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One table of the workbook, e.g. 3112. ``first_row`` is the row of its first line of data."""

    number: str
    title: str
    unit: str | None
    section: str | None
    blocks: tuple[str, ...]
    first_row: int
    plain: bool
    columns: tuple[Leaf, ...]
    rows: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class SchoolKind:
    suffix: str
    sections: tuple[str, ...]
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """A fact summed over the same cell of several forms."""

    table: str
    field: Field
    forms: tuple[str, ...]
    row: str
    column: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    id: str
    kinds: Mapping[str, SchoolKind]
    blocks: Mapping[str, str]
    names: Names
    forms: Mapping[str, Form]
    numbers: Mapping[str, str]
    across: tuple[Across, ...]


@cache
def load_layout(id_: str = "jiaoji-2021") -> Layout:
    raw = own_yaml("junheng.facts.layouts", f"{id_}.yaml")
    names = Names(raw["aliases"])
    forms = {str(number): _form(str(number), one, names) for number, one in raw["tables"].items()}
    numbers = {str(name): number for number, one in raw["tables"].items() for name in one.get("names", ())}
    return Layout(
        id=raw["id"],
        kinds={
            kind: SchoolKind(one["suffix"], tuple(one["sections"]), tuple(map(str, one["tables"])))
            for kind, one in raw["types"].items()
        },
        blocks=raw["blocks"],
        names=names,
        forms=forms,
        numbers={**numbers, **{number: number for number in forms}},
        across=tuple(_across(one, names) for one in raw["across"]),
    )


def _form(number: str, raw: Mapping[str, Any], names: Names) -> Form:
    return Form(
        number=number,
        title=raw["title"],
        unit=raw.get("unit"),
        section=raw.get("section"),
        blocks=tuple(raw.get("blocks", ())),
        first_row=raw["first_row"],
        plain=raw.get("plain", False),
        columns=tuple(leaf for one in raw["columns"] for leaf in _leaves(one, ())),
        rows=tuple(raw["rows"]),
        rules=tuple(_rule(one, raw.get("section"), names) for one in raw["facts"]),
    )


def _leaves(raw: Any, above: tuple[str, ...]) -> Iterator[Leaf]:
    if isinstance(raw, str):
        yield Leaf((*above, raw))
        return
    for one in raw["of"]:
        yield from _leaves(one, (*above, raw["label"]))


def _rule(raw: Mapping[str, Any], section: str | None, names: Names) -> Rule:
    table, field = raw["fact"].split(".")
    rows, columns = raw.get("at") or raw["count"]
    return Rule(
        table=table,
        field=contract(table).field(field),
        section=raw.get("section", section),
        rows=tuple(row if row == "block" else names.of(row) for row in _many(rows)),
        columns=tuple(column_path(one, names) for one in _many(columns)),
        counts="count" in raw,
        write=raw.get("write", 0),
        share=raw.get("share"),
    )


def _across(raw: Mapping[str, Any], names: Names) -> Across:
    table, field = raw["fact"].split(".")
    row, column = raw["at"]
    return Across(table, contract(table).field(field), tuple(raw["sheets"]), names.of(row), column_path(column, names))


def column_path(text: str, names: Names) -> tuple[str, ...]:
    """``占地面积/计`` -> the labels to look for, top first."""
    return tuple(names.of(part) for part in text.split("/"))


def _many(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value
