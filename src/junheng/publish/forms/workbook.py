"""A filled form as a workbook in the official layout."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from junheng.publish.forms.filled import Entry, Filled, FilledSheet
from junheng.publish.forms.layout import Sheet, addresses, covering, split_address
from junheng.publish.workbook import moment, number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "宋体"
GAPS_SHEET = "缺项说明"
GAPS_TITLE = "缺项说明（下列各项未上报、未评定或本系统未采集，表中留空，不以0代替）"
GAPS_HEADINGS = ("表", "单元格", "应填内容")
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True},
    "code": {"align": "center", "valign": "vcenter", "font_name": "Times New Roman"},
    "left": {"align": "left", "indent": 1, "valign": "vcenter", "text_wrap": True},
    "note": {"align": "left", "valign": "top", "text_wrap": True, "font_size": 9},
    "value": {"align": "center", "valign": "vcenter", "text_wrap": True},
}


def write_xlsx(filled: Filled, path: Path) -> Path:
    """Write the form; the same input gives the same bytes. What is missing is listed on a last sheet of its own."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": filled.layout.title.zh, "created": moment(filled.year)})
    formats = _Formats(book)
    for sheet in filled.sheets:
        _write_sheet(book.add_worksheet(sheet.sheet.name), sheet, formats, filled)
    if filled.gaps:
        _write_gaps(book.add_worksheet(GAPS_SHEET), filled, formats)
    book.close()
    return path


class _Formats:
    """One format object per look."""

    def __init__(self, book: "Workbook") -> None:
        self.book = book
        self.made: dict[tuple[str, bool, int | None], Any] = {}

    def __call__(self, style: str, *, border: bool, decimals: int | None = None) -> Any:
        key = (style, border, decimals)
        if key not in self.made:
            look = {"font_name": FONT, "font_size": 10, "border": int(border), **STYLES[style]}
            if decimals is not None:
                look["num_format"] = number_format(decimals)
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def _write_sheet(target: "Worksheet", filled: FilledSheet, formats: _Formats, form: Filled) -> None:
    sheet = filled.sheet
    grid = {at for area in grids(filled) for at in addresses(area)}
    areas = {area.split(":", 1)[0]: area for area in merges(filled)}
    owned = set(covering(sheet))
    for at in sorted(grid - set(filled.entries) - owned):
        target.write_blank(at, None, formats("value", border=True))
    for at in sorted(set(areas) - set(filled.entries)):
        target.merge_range(areas[at], "", formats("value", border=at in grid))
    for at, entry in filled.entries.items():
        decimals = entry.cell.decimals if isinstance(entry.value, float) else None
        shape = formats(entry.cell.style, border=at in grid, decimals=decimals)
        if at in areas:
            target.merge_range(areas[at], "", shape)
        _put(target, at, entry, shape)
    _page(target, filled, form)


def grids(filled: FilledSheet) -> list[str]:
    """The areas that are ruled, with the rows of the schools."""
    rows = filled.sheet.rows
    if rows is None or filled.note_row in {None, rows.start}:
        return list(filled.sheet.grid)
    return [*filled.sheet.grid, f"A{rows.start}:{rows.last}{(filled.note_row or rows.start) - 1}"]


def merges(filled: FilledSheet) -> list[str]:
    """The areas written as one cell, with the note under the rows of the schools."""
    sheet = filled.sheet
    under = [f"A{filled.note_row}:{sheet.rows.last}{filled.note_row}"] if sheet.rows and filled.note_row else []
    return [*sheet.merges, *sheet.tidy, *under]


def _put(target: "Worksheet", at: str, entry: Entry, shape: Any) -> None:
    if entry.value is None:
        target.write_blank(at, None, shape)
    elif isinstance(entry.value, str):
        target.write_string(at, entry.value, shape)
    else:
        target.write_number(at, entry.value, shape)


def _page(target: "Worksheet", filled: FilledSheet, form: Filled) -> None:
    sheet = filled.sheet
    for letter, width in sheet.widths.items():
        target.set_column(f"{letter}:{letter}", width)
    for row, height in sheet.heights.items():
        target.set_row(row - 1, height)
    if sheet.rows and filled.note_row:
        target.set_row(filled.note_row - 1, sheet.rows.note_height)
        _row_heights(target, filled, sheet)
    if sheet.repeat:
        target.repeat_rows(sheet.repeat[0] - 1, sheet.repeat[1] - 1)
        target.freeze_panes(sheet.repeat[1], 2)
    _paper(target, form, one_page=sheet.rows is None)


def _row_heights(target: "Worksheet", filled: FilledSheet, sheet: Sheet) -> None:
    """Rows tall enough for their longest wrapped text: LibreOffice and Excel do not agree on fitting them."""
    lines: dict[int, int] = {}
    for at, entry in filled.entries.items():
        letter, row = split_address(at)
        if (
            sheet.rows
            and filled.note_row
            and sheet.rows.start <= row < filled.note_row
            and isinstance(entry.value, str)
        ):
            lines[row] = max(lines.get(row, 1), -(-2 * len(entry.value) // int(sheet.widths[letter])))
    for row, count in lines.items():
        target.set_row(row - 1, 6 + 13 * count)


def _paper(target: "Worksheet", form: Filled, *, one_page: bool = False) -> None:
    target.set_paper(9)
    target.set_landscape()
    target.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    target.fit_to_pages(1, int(one_page))
    target.center_horizontally()
    target.set_header(f"&L{form.about}&R{form.notice}".replace("\n", " "))
    target.set_footer("&C— &P —")


def _write_gaps(target: "Worksheet", filled: Filled, formats: _Formats) -> None:
    target.merge_range("A1:C1", GAPS_TITLE, formats("title", border=False))
    for column, words in enumerate(GAPS_HEADINGS):
        target.write_string(1, column, words, formats("head", border=True))
    for row, gap in enumerate(filled.gaps, 2):
        for column, words in enumerate((gap.sheet, gap.at, gap.what)):
            target.write_string(row, column, words, formats("left", border=True))
    for letter, width in {"A": 12, "B": 10, "C": 100}.items():
        target.set_column(f"{letter}:{letter}", width)
    target.set_row(0, 30)
    target.repeat_rows(1)
    _paper(target, filled)
