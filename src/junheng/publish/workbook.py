"""Tables as an Excel workbook: one sheet each, full precision under the official number format."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from junheng.policy.text import Language
from junheng.policy.years import statistics_day
from junheng.publish.display import cell_text, footnotes, heading
from junheng.publish.html import group_spans
from junheng.publish.table import Column, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET_NAME_LENGTH = 31
WIDEST = 40
CELL_LIMIT = 32_767
CUT = "……（单元格容量所限，全文见CSV / cut, see the CSV file）"
FIRST_YEAR = 2000
FIRST_WIDE = "\u2e80"
"""The first of the characters that are two columns wide on paper."""
BORDER = {"border": 1, "valign": "vcenter", "font_name": "宋体", "font_size": 10}


HEADING_HEIGHT = 32
"""Points: two lines of a heading."""
HEADING_SHARE = 0.65
"""A bold heading broken into two lines needs a little more than half its width."""


def to_xlsx(tables: Sequence[Table], path: Path, language: Language = "zh") -> Path:
    """Write the tables, one sheet each. Codes and text are text cells, so nothing is read as a formula or a number."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": tables[0].title.in_(language), "created": fixed_moment(tables)})
    taken: set[str] = set()
    for table in tables:
        _write(book, book.add_worksheet(_sheet_name(table, language, taken)), table, language)
    book.close()
    return path


def fixed_moment(tables: Sequence[Table]) -> datetime:
    """A creation time that depends on the input alone."""
    return moment(next((table.about.year for table in tables if table.about), FIRST_YEAR))


def moment(year: int) -> datetime:
    """Midnight of the statistics day of a school year, which stands as creation time in every file."""
    day = statistics_day(year)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  office files hold local time without a zone


def number_format(decimals: int | None) -> str:
    """Excel's format for a number of decimals: 2 -> ``0.00``."""
    if decimals is None:
        return "General"
    return "0" if decimals == 0 else f"0.{'0' * decimals}"


def _thousands(decimals: int | None) -> str:
    """The same with thousands apart, as the page and the papers show the number."""
    return number_format(decimals) if decimals is None else f"#,##{number_format(decimals)}"


def _sheet_name(table: Table, language: Language, taken: set[str]) -> str:
    wanted = "".join("-" if char in "[]:*?/\\'" else char for char in table.title.in_(language))[:SHEET_NAME_LENGTH]
    name, number = wanted, 2
    while name.lower() in taken:
        suffix = f" {number}"
        name, number = wanted[: SHEET_NAME_LENGTH - len(suffix)] + suffix, number + 1
    taken.add(name.lower())
    return name


def _write(book: "Workbook", sheet: "Worksheet", table: Table, language: Language) -> None:
    head = book.add_format({**BORDER, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF4"})
    title = book.add_format({"bold": True, "font_size": 14, "font_name": "黑体"})
    small = book.add_format({"font_size": 9, "font_name": "宋体"})
    sheet.write_string(0, 0, table.title.in_(language), title)
    first = _headings(sheet, table, language, head)
    formats = [_format(book, column) for column in table.columns]
    for at, row in enumerate(table.rows, first):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, (at, place), value, formats[place], cell_text(column, value, language))
    for at, line in enumerate(footnotes(table, language), first + len(table.rows)):
        sheet.write_string(at, 0, line, small)
    _page(sheet, table, first, language)


def _headings(sheet: "Worksheet", table: Table, language: Language, head: Any) -> int:
    row = 1
    if any(column.group for column in table.columns):
        at = 0
        for title, span in group_spans(table.columns, language):
            if span > 1 and title:
                sheet.merge_range(row, at, row, at + span - 1, title, head)
            else:
                sheet.write_string(row, at, title, head)
            at += span
        row += 1
    sheet.set_row(row, HEADING_HEIGHT)
    for at, column in enumerate(table.columns):
        sheet.write_string(row, at, heading(column, language), head)
    return row + 1


def _format(book: "Workbook", column: Column) -> Any:
    if column.numeric:
        return book.add_format({**BORDER, "num_format": _thousands(column.decimals), "align": "right"})
    return book.add_format({**BORDER, "num_format": "@", "text_wrap": column.kind == "text"})


def _cell(sheet: "Worksheet", place: tuple[int, int], value: Any, shape: Any, text: str) -> None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        sheet.write_number(*place, value, shape)
    else:
        sheet.write_string(*place, fitted(text), shape)


def fitted(text: str) -> str:
    """The text cut to what a cell holds, saying so."""
    return text if len(text) <= CELL_LIMIT else f"{text[: CELL_LIMIT - len(CUT)]}{CUT}"


def _page(sheet: "Worksheet", table: Table, first: int, language: Language) -> None:
    for at, column in enumerate(table.columns):
        texts = [cell_text(column, row[at], language) for row in table.rows[:200]]
        longest = max([width(text) for text in texts] + [HEADING_SHARE * width(heading(column, language)), 6])
        sheet.set_column(at, at, min(longest + 2, WIDEST))
    sheet.freeze_panes(first, 1)
    sheet.repeat_rows(first - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def width(text: str) -> int:
    """Columns a text takes on paper: a Chinese character counts twice."""
    return sum(2 if char >= FIRST_WIDE else 1 for char in text)
