"""The flat export of all schools: several merged header rows, one row per school, a line of totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from junheng.facts.contracts import Field
from junheng.facts.readers.flatlayout import Fact, FlatLayout, field_of, load_flat_layout, sectioned
from junheng.facts.tables import Facts
from junheng.facts.writers.dated import fix_date
from junheng.facts.writers.rows import Index, index_facts, tree

TITLE_ROW = 0
HEADER_ROW = 2


@dataclass(frozen=True, slots=True)
class Column:
    fact: Fact
    section: str | None
    field: Field
    path: tuple[str, ...]


def write_flat_export(facts: Facts, path: Path, watermark: str | None = None) -> None:
    """One row per school with every fact of schools, sections, classes, teachers, staff, rooms and money.

    Campuses and county tables have no place here. Money is written in 万元 as the headers say.
    """
    layout = load_flat_layout()
    schools = index_facts(facts)
    columns = list(_columns(layout, _sections(facts)))
    depth = max(len(column.path) for column in columns)
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        fix_date(book, facts.year)
        sheet = book.add_worksheet("学校一览")
        head = book.add_format(
            {
                "bold": True,
                "border": 1,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
                "bg_color": "#DDEBF7",
            }
        )
        bold = book.add_format({"bold": True, "font_size": 14})
        text = book.add_format({"num_format": "@"})
        sheet.write_string(TITLE_ROW, 0, f"{facts.year}学年义务教育学校基本情况导出表", bold)
        if watermark:
            sheet.write_string(TITLE_ROW + 1, 0, watermark, bold)
            sheet.set_header(f"&C{watermark}")
        tree(sheet, [column.path for column in columns], (HEADER_ROW, HEADER_ROW + depth - 1), head)
        first = HEADER_ROW + depth
        sheet.freeze_panes(first, 2)
        sheet.set_column(0, len(columns) - 1, 13)
        for number, code in enumerate(sorted(schools)):
            _row(sheet, first + number, columns, code, schools[code], layout, text)
        _totals(sheet, first + len(schools), columns, schools, layout)


def _sections(facts: Facts) -> list[str]:
    """Primary and junior always; senior and the whole school only if something is said of them."""
    said = {section for name in ("sections", "class_sizes", "teachers") for section in facts[name]["section"].unique()}
    return ["primary", "junior", *(one for one in ("senior", "all") if one in said)]


def _columns(layout: FlatLayout, sections: Sequence[str]) -> Iterator[Column]:
    for fact, path in layout.paths.items():
        if not sectioned(fact[0]):
            yield Column(fact, None, field_of(fact), path)
    for section in sections:
        for fact, path in layout.paths.items():
            if sectioned(fact[0]) and not (fact[0] == "sections" and section == "all"):
                yield Column(fact, section, field_of(fact), (layout.sections[section], *path))


def _value(column: Column, code: str, facts: Index, layout: FlatLayout) -> Any:
    table, name = column.fact
    row = facts.get(table, {}).get((code, column.section) if column.section else (code,), {})
    value = row.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        parts = [row.get(other) for _, other in layout.totals_of.get(column.fact, ())]
        value += sum(part for part in parts if isinstance(part, int | float))
        return round(value / column.field.scale, 10) if column.field.scale != 1 else value
    return value


def _row(  # noqa: PLR0917
    sheet: Worksheet, number: int, columns: Sequence[Column], code: str, facts: Index, layout: FlatLayout, text: Format
) -> None:
    for index, column in enumerate(columns):
        value = _value(column, code, facts, layout)
        if value is None:
            continue
        if isinstance(value, bool):
            sheet.write_string(number, index, "是" if value else "否")
        elif isinstance(value, str):
            sheet.write_string(number, index, value, text)
        else:
            sheet.write_number(number, index, value)


def _totals(
    sheet: Worksheet, number: int, columns: Sequence[Column], schools: Mapping[str, Index], layout: FlatLayout
) -> None:
    sheet.write_string(number, 0, "合计")
    for index, column in enumerate(columns):
        if column.field.numeric and column.field.unit in {"人", "个", "间", "㎡", "元", "册", "台"}:
            values = [_value(column, code, facts, layout) for code, facts in schools.items()]
            known = [value for value in values if isinstance(value, int | float)]
            if known:
                sheet.write_number(number, index, sum(known))
