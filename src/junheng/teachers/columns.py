"""The columns of the tables and the words of their cells, as data: ids, titles in both languages, aliases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text

_MANY = re.compile(r"^(?P<head>.+?)[ _-]?(?P<tail>[^ _-]+)$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``many``: it stands for several that are headed by its name and something more."""

    id: str
    type: str
    title: Text
    names: tuple[str, ...]
    unit: str | None = None
    required: bool = False
    many: bool = False
    low: float | None = None
    high: float | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table and its columns in order."""

    id: str
    title: Text
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        return f"{self.id}.csv"


def plain(word: str) -> str:
    """A word as it is compared: lower case, blanks as underscores."""
    return re.sub(r"[\s_]+", "_", word.strip().lower())


def _column(raw: Mapping[str, Any]) -> Column:
    names = (raw["id"], raw["zh"], raw["en"], *raw.get("aliases", ()))
    return Column(
        id=raw["id"],
        type=raw["type"],
        title=Text(raw["zh"], raw["en"]),
        names=tuple(plain(str(one)) for one in names),
        unit=raw.get("unit"),
        required=raw.get("required", False),
        many=raw.get("many", False),
        low=raw.get("min"),
        high=raw.get("max"),
        note=Text(**raw["note"]) if "note" in raw else None,
    )


@cache
def tables() -> Mapping[str, Table]:
    """Every table by id."""
    raw = own_yaml("junheng.teachers", "columns.yaml")
    return {
        id_: Table(id_, Text(**one["title"]), tuple(_column(column) for column in one["columns"]))
        for id_, one in raw.items()
    }


@cache
def vocabulary(kind: str) -> Mapping[str, Text]:
    """The words of a coded column: id to title."""
    return {id_: Text(one["zh"], one["en"]) for id_, one in _words()[kind].items()}


@cache
def spellings(kind: str) -> Mapping[str, str]:
    """Every way to write a word of a coded column, compared as ``plain``, to its id."""
    return {
        plain(str(name)): id_
        for id_, one in _words()[kind].items()
        for name in (id_, one["zh"], one["en"], *one.get("aliases", ()))
    }


@cache
def above_required(section: str) -> frozenset[str]:
    """The degrees above the required one in a section."""
    return frozenset(id_ for id_, one in _words()["degree"].items() if section in one.get("above", ()))


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    raw: Mapping[str, Mapping[str, Any]] = own_yaml("junheng.teachers", "words.yaml")
    return raw


def headed(table: Table, headers: Iterable[str]) -> dict[str, tuple[Column, str]]:
    """Which header is which column: header to the column and what follows its name where it stands for many.

    A column is taken from the first of its names that is there; other headers are left out.
    """
    written = {plain(one): one for one in headers}
    found: dict[str, tuple[Column, str]] = {}
    for column in table.columns:
        if column.many:
            for name, header in written.items():
                parts = _MANY.match(name)
                head = next((one for one in column.names if name.startswith(one)), None)
                if parts and head and name != head:
                    found[header] = (column, header.strip()[len(head) :].strip(" _-"))
        else:
            known = next((written[one] for one in column.names if one in written), None)
            if known is not None and known not in found:
                found[known] = (column, "")
    return found
