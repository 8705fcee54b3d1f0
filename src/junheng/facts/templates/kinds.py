"""The kinds of template: which sheets each one has."""

from collections.abc import Callable, Mapping

import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract, contracts
from junheng.facts.templates.book import Book
from junheng.facts.templates.cells import YES
from junheng.facts.templates.forms import (
    Line,
    extra_lines,
    needs_sections,
    official_lines,
    sections_of,
    sheet_name,
    wording,
)
from junheng.facts.templates.horizontal import write_rows
from junheng.facts.templates.notes import write_evidence_list, write_formulas, write_special_cases
from junheng.facts.templates.slots import WHOLE, Slot, school_slots, table_slots
from junheng.facts.templates.values import Filling
from junheng.facts.templates.vertical import write_form

EXTRA_SHEET = "补充填报数据"
COUNTY_TABLES = ("surveys", "assessments", "evidence")


def _table_sheet(book: Book, table: str, filling: Filling) -> None:
    rules = contract(table)
    write_rows(book, rules.title.zh, table_slots(table), filling.table_rows(table), frozen=len(rules.key))


def school(book: Book, filling: Filling) -> None:
    """One row per school, with all its sections, and a sheet of campuses."""
    slots = school_slots()
    codes = filling.facts["schools"]["school_code"].to_list()
    rows = [[code, *(filling.cell(slot, code) for slot in slots[1:])] for code in codes]
    write_rows(book, "学校数据", slots, rows, frozen=2)
    _table_sheet(book, "campuses", filling)
    write_formulas(book, "school")
    write_special_cases(book)


def school_form(book: Book, filling: Filling) -> None:
    """The official vertical form of one school, then the fields it has no line for."""
    code = _only(filling.facts["schools"], "school_code")
    write_form(book, sheet_name("school"), official_lines("school"), _school_value(filling, code))
    write_form(book, EXTRA_SHEET, extra_lines("school"), _school_value(filling, code))
    _table_sheet(book, "campuses", filling)
    write_formulas(book, "school")
    write_special_cases(book)


def county(book: Book, filling: Filling) -> None:
    """The official vertical form of one county, then its other fields, surveys, assessments and evidence."""
    code = _only(filling.facts["counties"], "county_code")
    write_form(book, sheet_name("county"), official_lines("county"), _county_value(filling, code, book.identity.year))
    write_form(book, EXTRA_SHEET, extra_lines("county"), _county_value(filling, code, book.identity.year))
    for table in COUNTY_TABLES:
        _table_sheet(book, table, filling)
    write_formulas(book, "county")
    write_evidence_list(book)


def _only(frame: pl.DataFrame, key: str) -> str:
    if frame.height > 1:
        raise ValueError(
            f"竖表每个文件只填一个单位，这里有{frame.height}个 / a vertical form holds one, not {frame.height}"
        )
    return str(frame[key][0]) if frame.height else ""


def _county_value(filling: Filling, code: str, year: int) -> Callable[[Line], str | float | int | None]:
    def value(line: Line) -> str | float | int | None:
        if line.slot is None:
            return year
        if line.slot.field.id == "county_code":
            return code or None
        return filling.cell(line.slot, code)

    return value


def _school_value(filling: Filling, code: str) -> Callable[[Line], str | float | int | None]:
    rules = contract("sections")
    pupils = {part: filling.value(Slot("sections", rules.field("pupils"), part), code) for part in _SECTIONS}
    kind = filling.value(Slot("schools", contract("schools").field("school_type")), code)
    sections = sections_of(kind, pupils)
    whole = {line.slot.field.id for line in official_lines("school") if line.slot and needs_sections(line)}

    def value(line: Line) -> str | float | int | None:
        if line.slot is None or line.slot.field.id == "school_code":
            return code or None
        if line.slot.field.id == "school_type" and kind in _SHORT_TYPES:
            return _SHORT_TYPES[kind]
        if needs_sections(line):
            return _whole_value(filling, line.slot, code, sections)
        if line.slot.field.id in whole and sections == (line.slot.part,):
            return None
        return filling.cell(line.slot, code)

    return value


_SHORT_TYPES: Mapping[str, str] = {code: short for short, code in wording()["school_types"].items()}
"""Code of a school type -> the short name that the official form offers."""

_SECTIONS = tuple(code_list("sections").codes)


def _whole_value(filling: Filling, slot: Slot, code: str, sections: tuple[str, ...]) -> str | float | int | None:
    """What a line for the whole school says: its only section, what was reported undivided, or the sum of sections."""
    if len(sections) == 1 and (own := filling.cell(Slot(slot.table, slot.field, sections[0]), code)) is not None:
        return own
    undivided = filling.cell(Slot(slot.table, slot.field, WHOLE), code)
    if undivided is not None:
        return undivided
    values = [filling.value(Slot(slot.table, slot.field, one), code) for one in sections]
    return sum(values) if values and None not in values else None


def _of_table(table: str) -> Callable[[Book, Filling], None]:
    return lambda book, filling: _table_sheet(book, table, filling)


KINDS: Mapping[str, Callable[[Book, Filling], None]] = {
    "school": school,
    "school-form": school_form,
    "county": county,
    **{table: _of_table(table) for table in contracts()},
}

TITLES: Mapping[str, str] = {
    "school": "学校数据填报模板",
    "school-form": "学校填报表格",
    "county": "区县填报表格",
    **{table: f"{rules.title.zh}填报模板" for table, rules in contracts().items()},
}

EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "school": (
        ("学校（机构）标识码", "2141000001"),
        ("学校名称", "示例小学（虚构）"),
        ("办学类型", "小学"),
        ("在校学生人数（小学）", "486"),
        ("在校学生人数（初中）", "/（不适用）"),
        ("是否寄宿制学校", YES),
    ),
}
