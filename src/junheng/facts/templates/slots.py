"""Slots: the places of a template, each for one field of one table and one section (or the whole school)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field, TableContract, contract

SCHOOL_TABLES = ("schools", "sections", "class_sizes", "teachers", "staff", "rooms", "money")
"""Tables with one row for a school or for one of its sections: a row of the school template holds them all."""

WHOLE = "all"
"""The part of a fact that is reported for the whole school although the table is by section."""


@dataclass(frozen=True, slots=True)
class Slot:
    """``part`` is the section of a section table and empty elsewhere."""

    table: str
    field: Field
    part: str = ""

    @property
    def title(self) -> str:
        """The Chinese title, with the section where the field has one: 在校学生人数（小学）."""
        if not self.part or len(self.field.sections) == 1:
            return self.field.title.zh
        return f"{self.field.title.zh}（{code_list('sections_or_all').codes[self.part].zh}）"

    @property
    def required(self) -> bool:
        """Whether every row must fill it in; a field by section is required only of the sections a school has."""
        return self.field.required and not self.part

    @property
    def unit(self) -> str:
        return "是/否" if self.field.type == "bool" else self.field.reported_in or self.field.unit or ""

    @property
    def header(self) -> str:
        """The title with its unit, as the header of a column says it."""
        return f"{self.title}〔{self.unit}〕" if self.unit else self.title


def fold(label: object) -> str:
    """A label without what people change by accident: width of characters, spaces, line breaks, trailing marks."""
    wide = unicodedata.normalize("NFKC", "" if label is None else str(label))
    return unicodedata.normalize("NFKC", re.sub(r"[\s*＊:：]+", "", wide))


def parts(rules: TableContract, field: Field) -> tuple[str, ...]:
    """The sections a field is reported for; ``("",)`` when the table is not by section."""
    if "section" not in rules.key:
        return ("",)
    allowed = tuple(code_list(rules.field("section").codes or "sections").codes)
    return tuple(part for part in allowed if not field.sections or part in field.sections)


def table_slots(table: str) -> tuple[Slot, ...]:
    """The columns of a sheet for one table, keys first as the contract has them."""
    return tuple(Slot(table, field) for field in contract(table).fields)


@cache
def school_slots() -> tuple[Slot, ...]:
    """The columns of a row that holds a whole school: the key once, then every field by section."""
    rules = contract("schools")
    key = (Slot("schools", rules.field("school_code")),)
    rest = (
        Slot(table, field, part)
        for table in SCHOOL_TABLES
        for field in contract(table).measures
        for part in parts(contract(table), field)
    )
    return (*key, *rest)


def by_header(slots: Iterable[Slot]) -> Mapping[str, Slot]:
    """Folded header, with and without unit -> slot."""
    found: dict[str, Slot] = {}
    for slot in slots:
        found.setdefault(fold(slot.title), slot)
        found[fold(slot.header)] = slot
    return found
