"""A workbook of headings: what an import asks for, ready to be filled in and handed back."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import xlsxwriter
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from xlsxwriter.worksheet import Worksheet

from junheng.policy.text import Language
from junheng.teachers.columns import Column, Table, vocabulary
from junheng.web.portal.tables import FORMATS

WISHES = 3
"""Columns of wishes to begin with; more may be added."""
WIDTH = 18
HEAD = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1, "font_name": "宋体"}
PLAIN, ASKED = "#F2F2F2", "#FFF2CC"


def blank_workbook(tables: Sequence[Table], private: Mapping[str, Sequence[str]], language: Language) -> bytes:
    """A sheet a table with its headings: what must be filled in is marked, a note says what a column means.

    Args:
        tables: which; their titles name the sheets.
        private: by table id the headings of columns that only the site knows.
        language: of headings, names of sheets and notes.

    Every heading and sheet is one that an import takes. Cells are text, so that a code keeps its first nought.
    """
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        text = book.add_format({"num_format": "@"})
        plain, asked = (book.add_format({**HEAD, "bg_color": colour}) for colour in (PLAIN, ASKED))
        for table in tables:
            sheet = book.add_worksheet(table.title.in_(language))
            headed: list[tuple[str, Column | None]] = [
                (name, one) for one in table.columns for name in _names(one, language)
            ]
            headed[1:1] = [(name, None) for name in private.get(table.id, ())]
            for at, (name, column) in enumerate(headed):
                sheet.write_string(0, at, name, asked if column and column.required else plain)
                _note(sheet, at, column, language)
            sheet.set_column(0, len(headed) - 1, WIDTH, text)
            sheet.freeze_panes(1, 1)
    return content.getvalue()


def blank_response(
    tables: Sequence[Table], private: Mapping[str, Sequence[str]], language: Language, name: str
) -> HttpResponse:
    """The workbook as a file to save, called ``name``."""
    answer = HttpResponse(blank_workbook(tables, private, language), content_type=FORMATS["xlsx"].type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    return answer


def _names(column: Column, language: Language) -> Iterator[str]:
    """What a column is headed by; one that stands for several by its name and each of them."""
    title = column.title.in_(language)
    if not column.many:
        yield title
    elif column.type == "code":
        yield from (f"{title}_{number}" for number in range(1, WISHES + 1))
    else:
        yield from (f"{title}_{one.in_(language)}" for one in vocabulary("subject").values())


def _note(sheet: Worksheet, at: int, column: Column | None, language: Language) -> None:
    if column and column.note:
        sheet.write_comment(0, at, column.note.in_(language))
