"""The official 教基 school workbook: one sheet per table, every cell found by the text of its row and column."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from junheng.facts.codes import code_list
from junheng.facts.collect import Collector, Key, Source
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome, Place
from junheng.facts.grid import Grid
from junheng.facts.readers.layout import Across, Layout, load_layout
from junheng.facts.readers.resolve import Found, Resolved, resolve, title_text
from junheng.facts.values import NOTHING, Parsed, parse

_SHEET = re.compile(r"(?:教基)?(\d{4})(续表?|\(续表?\))?(?:[_\-\s(（]+(.*?)[)）]?)?")
_TITLE = re.compile(r"表\s*号\s*:?\s*教基\s*(\d{4})\s*(续|\(续表?\))?")
_CODE_LINE = re.compile(r"标识码\)?[:\s]*(\d{10})(?!\d)")
IDENTITY = "1001"


@dataclass(frozen=True, slots=True)
class Sheet:
    grid: Grid
    number: str
    suffix: str


@lru_cache(maxsize=4096)
def sheet_number(name: str) -> tuple[str, str] | None:
    """``教基1102续_小学`` -> ("1102续", "小学"); None when the name is no table number."""
    found = _SHEET.fullmatch(unicodedata.normalize("NFKC", name).strip())
    return (found[1] + ("续" if found[2] else ""), (found[3] or "").strip()) if found else None


def table_of(grid: Grid) -> tuple[str, str] | None:
    """Table number and school type by the sheet's name, else by the 表号 above the table."""
    by_name = sheet_number(grid.sheet)
    if by_name is not None:
        return by_name
    found = _TITLE.search(unicodedata.normalize("NFKC", title_text(grid)))
    return (found[1] + ("续" if found[2] else ""), "") if found else None


def is_jiaoji(grids: Sequence[Grid]) -> bool:
    """At least one sheet is a table of the layout."""
    numbers = load_layout().numbers
    return any((named := table_of(grid)) is not None and named[0] in numbers for grid in grids)


def read_jiaoji(grids: Sequence[Grid], collector: Collector) -> bool:
    """Bring the facts of one school's workbook to the collector; False if it is no such workbook."""
    if not is_jiaoji(grids):
        return False
    layout = load_layout()
    sheets = _sheets(grids, layout, collector)
    code = _school_code(sheets, collector)
    if code is None:
        return True
    kind = _kind(sheets, layout)
    sections = layout.kinds[kind].sections if kind else tuple(layout.blocks)
    for section in sections if kind else ():
        collector.touch("sections", (code, section))
    resolved = _resolve_all(sheets, layout, sections, collector)
    for sheet, places in resolved:
        _read_sheet(sheet, places, code, sections, collector)
    _read_across(resolved, layout.across, code, collector)
    if kind:
        _missing_sheets(sheets, layout.kinds[kind].tables, collector)
    return True


def _sheets(grids: Sequence[Grid], layout: Layout, collector: Collector) -> list[Sheet]:
    """The sheets of known tables; of all others a finding."""
    sheets = []
    for grid in grids:
        named = table_of(grid)
        if grid.hidden:
            collector.note("hidden_sheet", Outcome.IGNORED, grid.place())
        elif named is None or named[0] not in layout.numbers:
            if any(cell != "" for row in grid.rows for cell in row):
                collector.note("unknown_sheet", Outcome.IGNORED, grid.place())
        else:
            sheets.append(Sheet(grid, layout.numbers[named[0]], named[1]))
    return sorted(sheets, key=lambda one: one.number)


def _school_code(sheets: Sequence[Sheet], collector: Collector) -> str | None:
    """The one school the workbook is about, by 教基1001 or by the line below the titles."""
    field = contract("schools").field("school_code")
    codes: dict[str, Place] = {}
    for sheet in sheets:
        parsed, place = _code_on(sheet)
        if parsed.problem:
            collector.say(parsed, place, field)
            return None
        if isinstance(parsed.value, str) and parsed.value not in codes:
            codes[parsed.value] = place
            if parsed.change:
                collector.say(parsed, place, field)
    if len(codes) > 1:
        (first, one), (second, other), *_ = codes.items()
        values = {"code": second, "other": first, "first": one.in_("zh"), "first_en": one.in_("en")}
        collector.note("two_schools_in_one_workbook", Outcome.REJECTED, other, **values)
        return None
    file = Place(sheets[0].grid.file) if sheets else Place("")
    code, place = next(iter(codes.items()), (None, file))
    if code is None:
        collector.note("no_school_code", Outcome.REJECTED, file)
    elif not re.fullmatch(field.pattern or "", code):
        collector.note("bad_school_code", Outcome.REJECTED, place, code=code)
        return None
    else:
        quiet = Parsed(code, "reported", raw=code)
        collector.add("schools", (code,), field, quiet, place)
    return code


def _code_on(sheet: Sheet) -> tuple[Parsed, Place]:
    grid = sheet.grid
    if sheet.number == IDENTITY:
        for number, row in enumerate(grid.rows, 1):
            at = next((i for i, cell in enumerate(row) if isinstance(cell, str) and _is_code_label(cell)), None)
            if at is None:
                continue
            column = next((i for i in range(len(row) - 1, at, -1) if row[i] != ""), None)
            if column is not None:
                parsed = parse(row[column], contract("schools").field("school_code"))
                return parsed, grid.place(number, column + 1, "学校（机构）标识码")
    for number, row in enumerate(grid.rows[:4], 1):
        for column, cell in enumerate(row, 1):
            if isinstance(cell, str) and "标识码" in cell:
                found = _CODE_LINE.search(unicodedata.normalize("NFKC", cell))
                if found:
                    return Parsed(found[1], "reported", raw=found[1]), grid.place(number, column)
    return NOTHING, grid.place()


@lru_cache(maxsize=1024)
def _is_code_label(text: str) -> bool:
    return load_layout().names.of(text) == "学校(机构)标识码"


def _kind(sheets: Iterable[Sheet], layout: Layout) -> str | None:
    """The kind of school by 办学类型 on 教基1001, else by the sheets' suffix."""
    names = layout.names
    field = contract("schools").field("school_type")
    suffixes = {names.of(kind.suffix): id_ for id_, kind in layout.kinds.items()}
    for sheet in sheets:
        if sheet.number == IDENTITY:
            for row in sheet.grid.rows:
                if any(isinstance(cell, str) and names.of(cell) == "办学类型" for cell in row[:-1]):
                    parsed = parse(next((cell for cell in reversed(row) if cell != ""), ""), field)
                    attributes = code_list("school_types").attributes.get(str(parsed.value))
                    if attributes:
                        return str(attributes["kind"])
    return next((suffixes[name] for sheet in sheets if (name := names.of(sheet.suffix)) in suffixes), None)


def _resolve_all(
    sheets: Sequence[Sheet], layout: Layout, sections: Sequence[str], collector: Collector
) -> list[tuple[Sheet, Resolved]]:
    """Every sheet with its places; two sheets that give the same table for the same section are both refused."""
    resolved = []
    for sheet in sheets:
        places = resolve(sheet.grid, layout.forms[sheet.number], layout, sections)
        if places is None:
            if any(cell != "" for row in sheet.grid.rows for cell in row):
                collector.note("form_not_recognised", Outcome.REJECTED, sheet.grid.place(), number=sheet.number)
            continue
        resolved.append((sheet, places))
    refused: set[int] = set()
    for index, (sheet, places) in enumerate(resolved):
        for earlier in range(index):
            other, others = resolved[earlier]
            if other.number == sheet.number and (places.blocks & others.blocks or not places.blocks):
                values = {"number": sheet.number, "other": other.grid.sheet}
                collector.note("two_sheets_for_one_table", Outcome.REJECTED, sheet.grid.place(), **values)
                refused |= {index, earlier}
    return [one for index, one in enumerate(resolved) if index not in refused]


def _read_sheet(sheet: Sheet, places: Resolved, code: str, sections: Sequence[str], collector: Collector) -> None:
    grid = sheet.grid
    for found in places.found:
        if found.section is None or found.section in sections or _any_value(grid, found):
            _read_fact(grid, found, code, collector)
    for row, column, label in places.unknown:
        collector.note(
            "unknown_columns" if row is None else "unknown_rows", Outcome.IGNORED, grid.place(row, column), label=label
        )
    for label in places.missing:
        collector.note("label_not_found", Outcome.WARNED, grid.place(), label=label, number=sheet.number)
    unused = _unused(grid, places) - (sheet.number == IDENTITY)
    if unused:
        collector.note("cells_not_needed", Outcome.IGNORED, grid.place(), count=unused, number=sheet.number)


def _any_value(grid: Grid, found: Found) -> bool:
    return any(grid.at(row, column) not in {"", 0} for row, column in found.spots)


def _read_fact(grid: Grid, found: Found, code: str, collector: Collector) -> None:
    rule = found.rule
    key: Key = (code,) if found.section is None else (code, found.section)
    if len(found.spots) == 1 and not rule.counts:
        row, column = found.spots[0]
        parsed = parse(grid.at(row, column), rule.field)
        collector.add(rule.table, key, rule.field, parsed, grid.place(row, column, found.header))
        return
    sources: list[Source] = [
        (parse(grid.at(row, column), rule.field), grid.place(row, column, found.header)) for row, column in found.spots
    ]
    if rule.counts:
        sources = [(_presence(parsed), place) for parsed, place in sources]
    collector.add_total(rule.table, key, rule.field, sources)


def _presence(parsed: Parsed) -> Parsed:
    """A counted cell: 1 when it holds more than nothing."""
    if not parsed.reported or not isinstance(parsed.value, int | float):
        return parsed
    return Parsed(int(parsed.value > 0), parsed.state, parsed.change, raw=parsed.raw)


def _unused(grid: Grid, places: Resolved) -> int:
    """Cells with a value that no fact is read from."""
    columns = [column - 1 for column in places.data_columns]
    filled = 0
    for row in grid.rows[places.first - 1 : places.last]:
        width = len(row)
        filled += sum(1 for column in columns if column < width and row[column] != "")
    return filled - sum(1 for row, column in places.used if grid.at(row, column) != "")


def _read_across(
    resolved: Sequence[tuple[Sheet, Resolved]], rules: Iterable[Across], code: str, collector: Collector
) -> None:
    """Facts summed over several tables; half a sum is no sum, so every table present must report its part."""
    for rule in rules:
        sources: list[Source] = []
        for sheet, places in resolved:
            row, columns = places.rows.get((None, rule.row)), places.columns.get(rule.column[-1], ())
            if sheet.number in rule.forms and row and len(columns) == 1:
                cell = sheet.grid.at(row, columns[0])
                sources.append((parse(cell, rule.field), sheet.grid.place(row, columns[0], rule.row)))
        if sources and all(parsed.reported for parsed, _ in sources):
            collector.add_total(rule.table, (code,), rule.field, sources)


def _missing_sheets(sheets: Sequence[Sheet], expected: Iterable[str], collector: Collector) -> None:
    present = {sheet.number for sheet in sheets}
    missing = [number for number in expected if number not in present]
    if missing and sheets:
        names = "、".join(f"教基{number}" for number in missing)
        collector.note("missing_sheet", Outcome.WARNED, Place(sheets[0].grid.file), tables=names)
