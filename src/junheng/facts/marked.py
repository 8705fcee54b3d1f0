"""The user's own workbook given back, with the cells marked that there is something to say about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from junheng.facts.findings import Finding, Outcome
from junheng.facts.grid import Unreadable, open_workbook
from junheng.facts.receipt import OUTCOME_TITLES, Receipt
from junheng.facts.templates.cells import neutral

SHEET = "回执"
COLUMNS = ("序号", "结果", "工作表", "单元格", "填报项目", "问题", "规则", "改法", "Problem", "Rule", "Remedy")
WIDTHS = (6, 8, 18, 9, 26, 48, 44, 44, 48, 44, 44)
COLOURS: Mapping[Outcome, str] = {
    Outcome.REJECTED: "F8CBAD",
    Outcome.WARNED: "FFE699",
    Outcome.CHANGED: "DDEBF7",
    Outcome.IGNORED: "EDEDED",
}
WORST_FIRST = (Outcome.REJECTED, Outcome.WARNED, Outcome.CHANGED, Outcome.IGNORED)
MOST_IN_COMMENT = 5
"""Findings told in one comment; the sheet 回执 has all of them."""


def mark_workbook(source: Path, receipt: Receipt, target: Path) -> None:
    """Write a copy of a workbook with a first sheet 回执, coloured cells, and comments that say rule and remedy.

    A workbook keeps its content; a CSV or .xls file becomes an .xlsx; of a file that cannot be opened only the receipt
    is written. The source is never changed.

    Raises:
        ValueError: the target is the source.
    """
    source, target = Path(source), Path(target)
    if target.resolve() == source.resolve():
        raise ValueError(f"不能覆盖原文件 / the target is the source itself: {source}")
    names = {source.name, f"{source.parent.name}/{source.name}"}
    own = sorted(
        (one for one in receipt.findings if one.place.file in names), key=lambda one: WORST_FIRST.index(one.outcome)
    )
    book = _copy(source)
    titles = {sheet.title: sheet for sheet in book.worksheets}
    for place, findings in _by_cell(own).items():
        if place[0] in titles:
            _mark(titles[place[0]], place[1], place[2], findings)
    _write_receipt(book, own, receipt, set(titles))
    book.save(target)


def _copy(source: Path) -> Workbook:
    """The workbook in memory; without the parts of it that cannot be opened."""
    if source.suffix.lower() in {".xlsx", ".xlsm"}:
        try:
            return openpyxl.load_workbook(source)
        except Exception:  # noqa: BLE001, S110  (openpyxl raises whatever an odd file makes it raise; the grid reader is next)
            pass
    book = Workbook()
    book.remove(book.worksheets[0])
    try:
        grids = open_workbook(source)
    except (Unreadable, OSError):
        return book
    for grid in grids:
        sheet = book.create_sheet(grid.sheet[:31])
        for row, cells in enumerate(grid.rows, 1):
            for column, value in enumerate(cells, 1):
                if value != "":
                    _put(sheet, row, column, value)
    return book


def _put(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """Write a value as what it is: text that looks like a formula stays text."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value  # type: ignore[assignment]


def _by_cell(findings: Sequence[Finding]) -> dict[tuple[str, int, int], list[Finding]]:
    """Findings by sheet, row and column; a whole row is marked at its first cell, a whole column at its top."""
    found: dict[tuple[str, int, int], list[Finding]] = defaultdict(list)
    for one in findings:
        place = one.place
        if place.sheet is not None and (place.row or place.column):
            found[place.sheet, place.row or 1, place.column or 1].append(one)
    return found


def _mark(sheet: Worksheet, row: int, column: int, findings: Sequence[Finding]) -> None:
    cell = _visible(sheet, row, column)
    cell.fill = PatternFill("solid", start_color=COLOURS[findings[0].outcome])
    told = [f"{one.what()}\n规则：{one.rule()}\n改法：{one.fix()}" for one in findings[:MOST_IN_COMMENT]]
    more = len(findings) - len(told)
    if more:
        told.append(f"另有 {more} 条，见“{SHEET}”表")
    comment = Comment("\n\n".join(told), "junheng", width=360, height=60 + 70 * len(told))
    cell.comment = comment


def _visible(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell itself, or the top left one of the merged range it is part of."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        for span in sheet.merged_cells.ranges:
            if cell.coordinate in span:
                return _visible(sheet, span.min_row, span.min_col)
    return cell  # type: ignore[return-value]


def _write_receipt(book: Workbook, findings: Sequence[Finding], receipt: Receipt, sheets: set[str]) -> None:
    sheet = book.create_sheet(_free_name(sheets), 0)
    summary = "，".join(
        f"{OUTCOME_TITLES[outcome].zh} {sum(one.outcome is outcome for one in findings)}" for outcome in WORST_FIRST
    )
    sheet.append([f"回执：{summary}（本批文件共读取 {receipt.cells} 个单元格）"])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append(COLUMNS)
    for cell in sheet[2]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="D9D9D9")
    for number, one in enumerate(findings, 1):
        _write_finding(sheet, number, one, sheets)
    for index, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + index)].width = width
    sheet.freeze_panes = "A3"
    book.active = 0


def _write_finding(sheet: Worksheet, number: int, one: Finding, sheets: set[str]) -> None:
    place = one.place
    texts = [one.what(), one.rule(), one.fix(), one.what("en"), one.rule("en"), one.fix("en")]
    where = place.cell or (f"第{place.row}行" if place.row else "")
    cells = [OUTCOME_TITLES[one.outcome].zh, place.sheet or "", where, place.header or "", *texts]
    row = sheet.max_row + 1
    sheet.cell(row, 1, number)
    for column, text in enumerate(cells, 2):
        _put(sheet, row, column, neutral(text))
        sheet.cell(row, column).alignment = Alignment(wrap_text=column > COLUMNS.index("填报项目"), vertical="top")
    sheet.cell(row, 2).fill = PatternFill("solid", start_color=COLOURS[one.outcome])
    if place.cell and place.sheet in sheets:
        quoted = place.sheet.replace("'", "''")
        link = Hyperlink(ref=f"D{row}", location=f"'{quoted}'!{place.cell}")
        sheet.cell(row, 4).hyperlink = link


def _free_name(taken: set[str]) -> str:
    """回执, or with a number when the workbook has such a sheet already."""
    return next(name for name in (SHEET, *(f"{SHEET}{number}" for number in range(2, 1000))) if name not in taken)
