"""The workbook of a template: its formats, its properties, its lists, and cells that never become formulas."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field
from junheng.facts.templates.cells import NO, YES
from junheng.facts.templates.identity import MARK_SHEET, Identity

LISTS_SHEET = "代码表"
_LINE = {"border": 1, "border_color": "#B7B7B7", "valign": "vcenter", "font_name": "宋体", "font_size": 10}
_HEAD = {**_LINE, "bold": True, "text_wrap": True, "align": "center"}


class Book:
    """An xlsxwriter workbook that is closed, and so written, on leaving the ``with`` block."""

    def __init__(self, path: Path, identity: Identity, title: str) -> None:
        self.identity = identity
        self._book = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        )
        self._book.set_properties(
            {
                "title": title,
                "category": identity.kind,
                "keywords": f"junheng {identity.version}",
                "created": datetime(identity.year, 9, 1),  # noqa: DTZ001 - a fixed day keeps the bytes the same
            }
        )
        self._book.set_custom_property("junheng-template", identity.kind)
        self._book.set_custom_property("junheng-template-version", identity.version)
        self._lists: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self._write_lists()
            self._write_mark()
            self._book.close()

    def sheet(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    @cached_property
    def category(self) -> Format:
        return self._book.add_format({**_HEAD, "bg_color": "#DCE6F1"})

    @cached_property
    def header(self) -> Format:
        return self._book.add_format({**_HEAD, "bg_color": "#F2F2F2"})

    @cached_property
    def required(self) -> Format:
        return self._book.add_format({**_HEAD, "bg_color": "#FFF2CC", "font_color": "#C00000"})

    @cached_property
    def fixed(self) -> Format:
        return self._book.add_format({**_LINE, "text_wrap": True})

    @cached_property
    def heading(self) -> Format:
        return self._book.add_format({"bold": True, "font_size": 14, "font_name": "黑体"})

    @cached_property
    def prose(self) -> Format:
        return self._book.add_format({"text_wrap": True, "valign": "top", "font_name": "宋体", "font_size": 11})

    @cached_property
    def open_text(self) -> Format:
        """Unlocked and of type text, so that long codes keep every digit."""
        return self._book.add_format({**_LINE, "locked": False, "num_format": "@"})

    @cached_property
    def open_number(self) -> Format:
        return self._book.add_format({**_LINE, "locked": False})

    def open(self, field: Field | None) -> Format:
        return self.open_number if field is not None and field.numeric else self.open_text

    def validation(self, field: Field) -> dict[str, Any] | None:
        """The drop-down or number check of a field; it warns and never forbids, for ``/`` must stay possible."""
        if field.type == "bool":
            return _list([YES, NO])
        if field.codes:
            return _list(self._list_range(field.codes))
        return _number(field) if field.numeric else None

    def _list_range(self, codes: str) -> str:
        if codes not in self._lists:
            column = chr(ord("A") + len(self._lists))
            self._lists[codes] = f"='{LISTS_SHEET}'!${column}$2:${column}${len(code_list(codes).codes) + 1}"
        return self._lists[codes]

    def _write_lists(self) -> None:
        if not self._lists:
            return
        sheet = self.sheet(LISTS_SHEET)
        for column, codes in enumerate(self._lists):
            one = code_list(codes)
            sheet.write_string(0, column, one.title.zh, self.header)
            for row, title in enumerate(one.codes.values(), 1):
                sheet.write_string(row, column, title.zh, self.fixed)
        sheet.set_column(0, len(self._lists), 22)
        sheet.protect()

    def _write_mark(self) -> None:
        sheet = self._book.add_worksheet(MARK_SHEET)
        for row, pair in enumerate(self.identity.rows()):
            for column, text in enumerate(pair):
                sheet.write_string(row, column, text)
        sheet.very_hidden()


def put(sheet: Worksheet, row: int, column: int, value: str | float | int | None, form: Format) -> None:
    """Write a value as what it is; text never becomes a formula, a link or a number."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, form)
    else:
        sheet.write_number(row, column, value, form)


def _list(source: object) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "不在列表中",
        "error_message": "请从下拉列表中选择；不适用请填 /",
    }


def _number(field: Field) -> dict[str, Any]:
    low = _plain((field.min or 0) / field.scale)
    limits: dict[str, Any] = {"criteria": ">=", "value": low}
    if field.max is not None:
        limits = {"criteria": "between", "minimum": low, "maximum": _plain(field.max / field.scale)}
    return {
        "validate": "integer" if field.type == "int" else "decimal",
        **limits,
        "error_type": "warning",
        "error_title": "请核对数值",
        "error_message": "应填不小于下限的数值；未统计请留空，不适用请填 /",
    }


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number
