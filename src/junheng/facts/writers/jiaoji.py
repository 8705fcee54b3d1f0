"""An official-looking school workbook from the facts of one school, by the same layout the reader uses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from junheng.facts.codes import code_list
from junheng.facts.collect import Key
from junheng.facts.readers.labels import Names, matches
from junheng.facts.readers.layout import Form, Layout, Rule, SchoolKind, load_layout
from junheng.facts.tables import Facts
from junheng.facts.writers.dated import fix_date
from junheng.facts.writers.rows import Index, index_facts, tree

_STYLES: Mapping[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter", "font_name": "宋体"},
    "info": {"font_size": 10, "font_name": "宋体"},
    "head": {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "font_name": "宋体"},
    "stub": {"border": 1, "font_name": "宋体"},
    "cell": {"border": 1, "align": "right", "font_name": "宋体"},
    "text": {"border": 1, "num_format": "@", "font_name": "宋体"},
    "note": {"font_size": 9, "text_wrap": True, "valign": "top", "font_name": "宋体"},
    "mark": {"bold": True, "font_color": "#C00000", "font_name": "宋体"},
}
SPREAD_NOTE = "各年级在校生数按年级个数平均填列；正高级、副高级职称并入中级列；高中阶段以下并入高中阶段行。"


@dataclass(frozen=True, slots=True)
class _Book:
    book: xlsxwriter.Workbook
    styles: Mapping[str, Format]
    layout: Layout
    kind: SchoolKind
    code: str
    facts: Index
    year: int
    watermark: str | None


def write_jiaoji(
    facts: Facts | Index, school_code: str, path: Path, *, year: int | None = None, watermark: str | None = None
) -> None:
    """Write the sheets that this school's type files. Cells without a fact stay empty.

    ``facts`` may be one entry of :func:`index_facts` (then give ``year``) when many schools are written. With a
    ``watermark`` (synthetic data) the pupils are also spread evenly over the grades and a note says so; real data are
    never spread.

    Raises:
        KeyError: the school is not among the facts, or has no known type.
    """
    if isinstance(facts, Facts):
        year = facts.year
        facts = index_facts(_one(facts, school_code))[school_code]
    layout = load_layout()
    kind_id = code_list("school_types").attributes[facts["schools"][school_code,]["school_type"]]["kind"]
    kind = layout.kinds[kind_id]
    with xlsxwriter.Workbook(str(path), {"constant_memory": False, "in_memory": True}) as book:
        fix_date(book, year)
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        whole = _Book(book, styles, layout, kind, school_code, facts, year or 0, watermark)
        for number in kind.tables:
            _sheet(whole, layout.forms[number])


def _one(facts: Facts, code: str) -> Facts:
    tables = {
        name: frame.filter(pl.col("school_code") == code)
        for name, frame in facts.tables.items()
        if "school_code" in frame.columns
    }
    return Facts.of(facts.year, tables, facts.cells.filter(pl.col("code") == code))


def _sheet(whole: _Book, form: Form) -> None:
    sheet = whole.book.add_worksheet(f"教基{form.number}_{whole.kind.suffix}")
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _head(sheet, whole, form)
    rows = _lines(whole, form)
    values = _values(whole, form, rows)
    _body(sheet, whole, form, rows, values)
    _foot(sheet, whole, form.first_row + len(rows))


def _head(sheet: Worksheet, whole: _Book, form: Form) -> None:
    styles, width = whole.styles, len(form.columns)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 6)
    sheet.set_column(2, width - 1, 40 if form.plain else 11)
    sheet.merge_range(0, 0, 0, width - 1, form.title, styles["title"])
    if form.plain:
        for index, leaf in enumerate(form.columns):
            sheet.write_string(1, index, leaf.path[-1], styles["head"])
        return
    school = whole.facts["schools"][whole.code,]
    unit = f"　计量单位：{form.unit}" if form.unit else ""
    info = f"表号：教基{form.number}　学校（机构）标识码：{whole.code}　学校（机构）名称：{school['school_name']}"
    sheet.write_string(1, 0, f"{info}　{whole.year}学年{unit}", styles["info"])
    top, bottom = 2, form.first_row - 3
    tree(sheet, [leaf.path for leaf in form.columns], (top, bottom), styles["head"])
    for index in range(width):
        sheet.write_string(form.first_row - 2, index, "甲乙丙"[index] if index < 2 else str(index - 1), styles["head"])  # noqa: PLR2004


def _lines(whole: _Book, form: Form) -> list[tuple[str | None, str]]:
    """Block and label of every line, as the school's sections ask for."""
    if not form.blocks:
        return [(form.section, label) for label in form.rows]
    sections = [section for section in form.blocks if section in whole.kind.sections]
    return [
        line
        for section in sections
        for line in ((section, whole.layout.blocks[section]), *((section, label) for label in form.rows))
    ]


def _values(whole: _Book, form: Form, lines: Sequence[tuple[str | None, str]]) -> dict[tuple[int, int], Any]:
    """(line, column) -> value as reported, i.e. in the unit of the form."""
    names = whole.layout.names
    heads = [tuple(names.of(label) for label in leaf.path) for leaf in form.columns]
    values: dict[tuple[int, int], Any] = {}
    for rule in form.rules:
        columns = [next(i for i, path in enumerate(heads) if matches(path, wanted)) for wanted in rule.columns]
        sections = [one for one in form.blocks if one in whole.kind.sections] if form.blocks else [rule.section]
        for section in sections:
            rows = _line_numbers(lines, rule, section if form.blocks else None, names, whole.layout)
            spots = [(row, column) for row in rows for column in columns]
            values.update(_cells(whole, rule, section, spots))
    if form.plain:
        values[0, 2] = whole.code
    return values


def _line_numbers(
    lines: Sequence[tuple[str | None, str]], rule: Rule, block: str | None, names: Names, layout: Layout
) -> list[int]:
    wanted = [names.of(layout.blocks[block]) if label == "block" and block else label for label in rule.rows]
    return [
        next(i for i, (at, label) in enumerate(lines) if names.of(label) == one and block in {None, at})
        for one in wanted
    ]


def _cells(
    whole: _Book, rule: Rule, section: str | None, spots: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Any]:
    key: Key = (whole.code,) if section is None else (whole.code, section)
    row = whole.facts.get(rule.table, {}).get(key, {})
    value = row.get(rule.field.id)
    if value is None:
        return {}
    if rule.counts:
        total = row.get(rule.share or "")
        if whole.watermark and isinstance(value, int) and isinstance(total, int):
            return _spread(spots, value, total)
        return {}
    if rule.field.scale != 1 and not isinstance(value, str):
        value = round(value / rule.field.scale, 10)
    return {spots[rule.write]: value}


def _spread(spots: Sequence[tuple[int, int]], count: int, total: int) -> dict[tuple[int, int], Any]:
    """The total in ``count`` equal parts, the rest to the first, zero elsewhere; nothing if that cannot be shown."""
    if not 0 < count <= min(len(spots), total):
        return {}
    share, rest = divmod(total, count)
    return {spot: share + (index < rest) if index < count else 0 for index, spot in enumerate(spots)}


def _body(
    sheet: Worksheet,
    whole: _Book,
    form: Form,
    lines: Sequence[tuple[str | None, str]],
    values: Mapping[tuple[int, int], Any],
) -> None:
    styles, first = whole.styles, form.first_row - 1
    for index, (_, label) in enumerate(lines):
        row = first + index
        sheet.write_string(row, 0, label, styles["stub"])
        sheet.write_string(row, 1, f"{index + 1:02d}", styles["stub"])
        for column in range(2, len(form.columns)):
            _write(sheet, row, column, values.get((index, column)), styles)


def _write(sheet: Worksheet, row: int, column: int, value: Any, styles: Mapping[str, Format]) -> None:
    if value is None:
        sheet.write_blank(row, column, None, styles["cell"])
    elif isinstance(value, bool):
        sheet.write_string(row, column, "是" if value else "否", styles["text"])
    elif isinstance(value, str):
        sheet.write_string(row, column, value, styles["text"])
    else:
        sheet.write_number(row, column, value, styles["cell"])


def _foot(sheet: Worksheet, whole: _Book, row: int) -> None:
    note = (
        f"填表说明：统计时点为{whole.year}年9月1日，空白表示未填报，零请填0。"
        if whole.year
        else "填表说明：空白表示未填报，零请填0。"
    )
    sheet.write_string(row, 0, note, whole.styles["info"])
    if whole.watermark:
        sheet.write_string(row + 1, 0, f"说明：{whole.watermark}。{SPREAD_NOTE}", whole.styles["mark"])
        sheet.set_header(f"&C&10{whole.watermark}")
