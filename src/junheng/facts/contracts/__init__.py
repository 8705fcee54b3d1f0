"""Table contracts: what is reported, field by field, with unit, limits and the official form line.

Templates, checks, readers and the reference pages are all made from these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import polars as pl

from junheng.policy.own_yaml import read_yaml
from junheng.policy.text import Text

FieldType = Literal["text", "code", "int", "float", "bool", "date"]

POLARS_TYPES: Mapping[FieldType, pl.DataType] = {
    "text": pl.String(),
    "code": pl.String(),
    "int": pl.Int64(),
    "float": pl.Float64(),
    "bool": pl.Boolean(),
    "date": pl.Date(),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table. The reported number (in ``reported_in``) times ``scale`` is the stored one (in ``unit``).

    ``form_lines`` maps a section (or ``""`` for the whole school or county) to the line of the official 填报表格.
    """

    id: str
    type: FieldType
    title: Text
    unit: str | None = None
    reported_in: str | None = None
    scale: float = 1.0
    required: bool = False
    codes: str | None = None
    pattern: str | None = None
    min: float | None = None
    max: float | None = None
    sections: tuple[str, ...] = ()
    form_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def polars(self) -> pl.DataType:
        return POLARS_TYPES[self.type]

    @property
    def numeric(self) -> bool:
        return self.type in {"int", "float"}


@dataclass(frozen=True, slots=True)
class TableContract:
    """The columns of one fact table, in order, and its key."""

    id: str
    title: Text
    level: Literal["school", "section", "county"]
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    def field(self, id_: str) -> Field:
        return next(one for one in self.fields if one.id == id_)

    @property
    def schema(self) -> dict[str, pl.DataType]:
        return {one.id: one.polars for one in self.fields}

    @property
    def measures(self) -> tuple[Field, ...]:
        """The columns that are not part of the key."""
        return tuple(one for one in self.fields if one.id not in self.key)

    def empty(self) -> pl.DataFrame:
        return pl.DataFrame(schema=self.schema)


def _field(raw: dict[str, Any]) -> Field:
    lines = raw.get("form", {})
    return Field(
        id=raw["id"],
        type=raw["type"],
        title=Text(raw["zh"], raw["en"]),
        unit=raw.get("unit"),
        reported_in=raw.get("reported_in"),
        scale=float(raw.get("scale", 1)),
        required=raw.get("required", False),
        codes=raw.get("codes"),
        pattern=raw.get("pattern"),
        min=raw.get("min"),
        max=raw.get("max"),
        sections=tuple(raw.get("sections", ())),
        form_lines=lines if isinstance(lines, dict) else {"": lines},
    )


ORDER = (
    "schools",
    "campuses",
    "sections",
    "class_sizes",
    "teachers",
    "staff",
    "rooms",
    "money",
    "counties",
    "surveys",
    "assessments",
    "evidence",
)


@cache
def contracts() -> Mapping[str, TableContract]:
    """All table contracts by id, in their canonical order."""
    folder = files("junheng.facts.contracts")
    loaded = {}
    for name in ORDER:
        raw = read_yaml((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        loaded[name] = TableContract(
            id=raw["table"],
            title=Text(**raw["title"]),
            level=raw["level"],
            key=tuple(raw["key"]),
            fields=tuple(_field(one) for one in raw["fields"]),
        )
    return loaded


def contract(table: str) -> TableContract:
    return contracts()[table]
