"""Setting documents as PDF/A-2b with the packaged fonts, which every glyph must come from."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC
from importlib.resources import files
from pathlib import Path
from typing import Any

from junheng.policy.text import Language, Text
from junheng.publish.display import footnotes, grid, heading
from junheng.publish.fonts import SANS, SERIF, font_folder
from junheng.publish.table import Table
from junheng.publish.widths import shares
from junheng.publish.word import MANY_COLUMNS, ROOM
from junheng.publish.workbook import fixed_moment, moment

TEMPLATE = "report/document.typ"


class MissingGlyphError(ValueError):
    """A character that no font at hand can print; ``text`` says so in both languages."""

    def __init__(self, detail: str) -> None:
        self.text = Text(
            f"有字符在可用字体中没有字形，PDF未生成：{detail}。请安装含该字的字体（如思源宋体全字符集）后重试",
            f"no font at hand has a glyph for a character, no PDF was written: {detail}. Install a font that has it",
        )
        super().__init__(f"{self.text.zh} / {self.text.en}")


def to_pdf(tables: Sequence[Table], path: Path, language: Language = "zh", *, notice: str = "") -> Path:
    """Write the tables one after another on A4.

    Raises:
        MissingGlyphError: no font has a glyph for a character of the tables.
    """
    blocks = [{"kind": "table", "title": table.title.in_(language), **table_block(table, language)} for table in tables]
    document = {"title": tables[0].title.in_(language), "subtitle": "", "notice": notice, "blocks": blocks}
    return typeset({**document, "cover": False, "lang": language}, {}, path, fixed_moment(tables).year)


def table_block(table: Table, language: Language) -> dict[str, Any]:
    """What the template needs to set a table."""
    small = len(table.columns) > MANY_COLUMNS
    return {
        "widths": shares(table, language, ROOM[small]),
        "small": small,
        "numeric": [column.numeric for column in table.columns],
        "head": [heading(column, language) for column in table.columns],
        "rows": grid(table, language),
        "notes": footnotes(table, language),
    }


def typeset(
    document: Mapping[str, Any], pictures: Mapping[str, bytes], path: Path, year: int, template: str = TEMPLATE
) -> Path:
    """Set a document through a template of ``junheng.publish``; the same input gives the same bytes."""
    program = files("junheng.publish").joinpath(template).read_bytes()
    data = json.dumps({**document, "serif": SERIF, "sans": SANS}, ensure_ascii=False).encode()
    sources = {"main.typ": program, "data.json": data, **pictures}
    path.write_bytes(_with_fallback(sources, year))
    return path


def _with_fallback(sources: Mapping[str, bytes], year: int) -> bytes:
    """With the packaged fonts; for a rare character also with those of the machine, embedded all the same."""
    import typst

    try:
        return _compile(sources, year, ignore_system_fonts=True)
    except typst.TypstError:
        try:
            return _compile(sources, year, ignore_system_fonts=False)
        except typst.TypstError as error:
            raise MissingGlyphError(error.message) from error


def _compile(sources: Mapping[str, bytes], year: int, *, ignore_system_fonts: bool) -> bytes:
    import typst

    inputs: Any = dict(sources)
    pdf: bytes = typst.compile(
        inputs,
        font_paths=[str(font_folder())],
        ignore_system_fonts=ignore_system_fonts,
        format="pdf",
        pdf_standards="a-2b",
        timestamp=moment(year).replace(tzinfo=UTC),
    )
    return pdf
