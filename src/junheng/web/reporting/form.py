"""The form for typing: the tables of a unit as pages of fields, in the words and order of the contracts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field, contract
from junheng.facts.templates.cells import NO, YES
from junheng.facts.templates.forms import Form, official_lines, sections_of_type
from junheng.facts.templates.slots import SCHOOL_TABLES, WHOLE, Slot, parts
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation

Name = tuple[str, str, str]
"""table, part, field: where a value belongs."""

FIXED = frozenset({"county_code", "school_code"})
"""Fields that are who the unit is: shown, not typed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field with a cell for each part of the page that has it. ``number`` is the line of the official form."""

    field: Field
    number: str
    note: str
    cells: tuple[Slot | None, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One table of the form; ``parts`` are its columns (one empty part when it is not by section)."""

    table: str
    title: Text
    parts: tuple[str, ...]
    lines: tuple[Line, ...]

    def slots(self) -> Iterator[Slot]:
        return (cell for line in self.lines for cell in line.cells if cell is not None)


def tables_of(own: Organisation) -> tuple[str, ...]:
    return ("counties",) if own.kind == Kind.COUNTY else SCHOOL_TABLES


def page_of(own: Organisation, table: str, held: frozenset[str] = frozenset()) -> Page:
    """The page of a table; ``held`` names parts that have values although the type of the school does not ask them."""
    rules, columns = contract(table), _columns(own, table, held)
    lines = []
    for field in rules.measures:
        if field.id in FIXED:
            continue
        own_parts = set(parts(rules, field))
        cells = tuple(Slot(table, field, part) if part in own_parts else None for part in columns)
        if any(cells):
            number, note = official(own.kind, table, field.id)
            lines.append(Line(field, number, note, cells))
    return Page(table, rules.title, columns, tuple(lines))


def _columns(own: Organisation, table: str, held: frozenset[str]) -> tuple[str, ...]:
    rules = contract(table)
    if "section" not in rules.key:
        return ("",)
    allowed = tuple(code_list(rules.field("section").codes or "sections").codes)
    mine = sections_of_type(own.school_type) or tuple(code_list("sections").codes)
    wanted = {*mine, *held} | ({WHOLE} if len(mine) > 1 else set())
    return tuple(part for part in allowed if part in wanted)


@cache
def official(kind: str, table: str, field: str) -> tuple[str, str]:
    """Numbers of the official form's lines for a field, and what the form remarks on them."""
    form: Form = "county" if kind == Kind.COUNTY else "school"
    lines = [one for one in official_lines(form) if one.slot and (one.slot.table, one.slot.field.id) == (table, field)]
    return "、".join(str(one.number) for one in lines), next((one.note for one in lines if one.note), "")


def choices(field: Field) -> tuple[tuple[str, Text], ...]:
    """What can be chosen: the codes of a list, yes and no; nothing for what is typed."""
    if field.type == "bool":
        return ((YES, Text("是", "Yes")), (NO, Text("否", "No")))
    if field.codes:
        return tuple(code_list(field.codes).codes.items())
    return ()


def rule(field: Field) -> Text | None:
    """The limits of a field in words, in the unit it is reported in."""
    said: list[Text] = []
    if field.type == "int":
        said.append(Text("整数", "whole number"))
    limits: Mapping[str, float | None] = {"≥": field.min, "≤": field.max}
    for sign, limit in limits.items():
        if limit is not None:
            number = f"{sign} {limit / field.scale:g}"
            said.append(Text(number, number))
    if field.pattern == "^\\d{10}$":
        said.append(Text("10位数字", "10 digits"))
    if field.type == "date":
        said.append(Text("日期，如2025-09-01", "a date such as 2025-09-01"))
    if not said:
        return None
    return Text("，".join(one.zh for one in said), ", ".join(one.en for one in said))
