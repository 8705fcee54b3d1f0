"""The official vertical forms 学校填报表格 and 区县填报表格, line by line, made from the contracts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.templates.slots import SCHOOL_TABLES, Slot, school_slots, table_slots
from junheng.policy.own_yaml import own_yaml

Form = Literal["school", "county"]

HEADERS = ("序号", "类别", "填报项目", "单位", "填报值", "是否必填", "备注说明")
"""The header of both official forms, in their order."""

TABLES: Mapping[Form, tuple[str, ...]] = {"school": SCHOOL_TABLES, "county": ("counties",)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a vertical form. ``slot`` is None on the line that asks for the year."""

    number: int
    category: str
    title: str
    unit: str
    required: bool
    note: str
    slot: Slot | None


@cache
def wording() -> Mapping[str, Any]:
    """``forms.yaml``."""
    raw: Mapping[str, Any] = own_yaml(__package__, "forms.yaml")
    return raw


def sheet_name(form: Form) -> str:
    return str(wording()[form]["sheet"])


def _slots(form: Form) -> Mapping[int, Slot]:
    return {
        number: Slot(table, field, part)
        for table in TABLES[form]
        for field in contract(table).fields
        for part, number in field.form_lines.items()
    }


def _category(said: Mapping[str, Any], number: int) -> str:
    return str(said["categories"][max(start for start in said["categories"] if start <= number)])


@cache
def official_lines(form: Form) -> tuple[Line, ...]:
    """The lines of the official form in its order and wording: 68 for a school, 20 for a county."""
    said = wording()[form]
    slots = _slots(form)
    notes = {number: one["note"] for one in said["notes"] for number in one["lines"]}
    return tuple(
        Line(
            number=number,
            category=_category(said, number),
            title=said["titles"].get(number) or slots[number].title,
            unit=said["units"].get(number) or _official_unit(slots.get(number)),
            required=number not in said["optional"],
            note=notes.get(number, ""),
            slot=slots.get(number),
        )
        for number in range(1, said["lines"] + 1)
    )


def _official_unit(slot: Slot | None) -> str:
    return "" if slot is None else slot.unit.replace("㎡", "平方米")


@cache
def extra_lines(form: Form) -> tuple[Line, ...]:
    """The fields the official form has no line for, in the same layout and numbered on from its last line."""
    taken = {(line.slot.table, line.slot.field.id, line.slot.part) for line in official_lines(form) if line.slot}
    slots = school_slots() if form == "school" else table_slots("counties")
    left = [slot for slot in slots if (slot.table, slot.field.id, slot.part) not in taken and not _whole(slot)]
    first = wording()[form]["lines"] + 1
    return tuple(
        Line(number, contract(slot.table).title.zh, slot.title, slot.unit, slot.field.required, "", slot)
        for number, slot in enumerate(left, first)
    )


def _whole(slot: Slot) -> bool:
    return slot.part == "all" and "" in slot.field.form_lines


def sections_of_type(school_type: str | None) -> tuple[str, ...]:
    """The sections a school type has; empty when the type is unknown or says nothing of sections."""
    kind = code_list("school_types").attributes.get(school_type or "", {}).get("kind")
    return _SECTIONS_OF_KIND.get(kind, ())


def sections_of(school_type: str | None, pupils: Mapping[str, int | None]) -> tuple[str, ...]:
    """The sections a school really has: those of its type and those with pupils, without those with exactly none."""
    having = {*sections_of_type(school_type), *(one for one, count in pupils.items() if count)}
    return tuple(one for one in code_list("sections").codes if one in having and pupils.get(one) != 0)


def needs_sections(line: Line) -> bool:
    """Whether the line asks for one number where the facts are kept by section."""
    return line.slot is not None and not line.slot.part and "section" in contract(line.slot.table).key


_SECTIONS_OF_KIND: Mapping[Any, tuple[str, ...]] = {
    "primary": ("primary",),
    "teaching_point": ("primary",),
    "junior": ("junior",),
    "senior": ("senior",),
    "nine_year": ("primary", "junior"),
    "complete": ("junior", "senior"),
    "twelve_year": ("primary", "junior", "senior"),
}
