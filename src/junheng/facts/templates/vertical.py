"""A sheet in the layout of the official forms: one line per item, the value in the fifth column."""

from collections.abc import Callable, Sequence

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field
from junheng.facts.templates.book import Book, put
from junheng.facts.templates.forms import HEADERS, Line, wording

VALUE_COLUMN = HEADERS.index("填报值")
WIDTHS = (6, 16, 52, 14, 22, 10, 36)


def write_form(book: Book, name: str, lines: Sequence[Line], value: Callable[[Line], str | float | int | None]) -> None:
    """Write the lines of a form; ``value`` gives the content of each line's 填报值."""
    sheet = book.sheet(name)
    for column, (header, width) in enumerate(zip(HEADERS, WIDTHS, strict=True)):
        put(sheet, 0, column, header, book.header)
        sheet.set_column(column, column, width)
    for row, line in enumerate(lines, 1):
        fixed = (line.number, line.category, line.title, line.unit, None, "是" if line.required else "否", line.note)
        for column, cell in enumerate(fixed):
            put(sheet, row, column, cell, book.fixed)
        field = line.slot.field if line.slot else None
        put(sheet, row, VALUE_COLUMN, value(line), book.open(field))
        rule = _validation(book, field)
        if rule:
            sheet.data_validation(row, VALUE_COLUMN, row, VALUE_COLUMN, rule)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.protect(options={"format_columns": True, "format_rows": True})


def _validation(book: Book, field: Field | None) -> dict[str, object] | None:
    if field is None:
        return None
    rule = book.validation(field)
    if rule and field.codes == "school_types":
        return {**rule, "source": [*wording()["school_types"], *_other_types()]}
    return rule


def _other_types() -> list[str]:
    named = set(wording()["school_types"].values())
    return [text.zh for code, text in code_list("school_types").codes.items() if code not in named]
