"""A filled form as PDF/A-2b on A4 pages on their side."""

from pathlib import Path
from typing import Any

from junheng.publish.forms.filled import Filled
from junheng.publish.forms.measures import MARGINS, shares, size
from junheng.publish.forms.paper import Box, Line, Ruled, paper
from junheng.publish.forms.workbook import STYLES
from junheng.publish.typeset import typeset

TEMPLATE = "forms/form.typ"


def write_pdf(filled: Filled, path: Path) -> Path:
    """Write the form, a sheet to a page or more; the same input gives the same bytes.

    Raises:
        MissingGlyphError: no font has a glyph for a character of the form.
    """
    document = {
        "title": filled.layout.title.zh,
        "head": "　".join(one for one in (filled.about, filled.notice) if one),
        "margins": MARGINS,
        "sheets": [{"title": one.title, "parts": [_part(part) for part in one.parts]} for one in paper(filled)],
    }
    return typeset(document, {}, path, filled.year, TEMPLATE)


def _part(part: Line | Ruled) -> dict[str, Any]:
    if isinstance(part, Line):
        return {"kind": "line", "text": part.text}
    return {
        "kind": "table",
        "size": size(part),
        "widths": shares(part),
        "heads": [_cell(box) for row in part.rows[: part.heads] for box in row if not box.covered],
        "cells": [_cell(box) for row in part.rows[part.heads :] for box in row if not box.covered],
    }


def _cell(box: Box) -> dict[str, Any]:
    return {
        "text": box.text,
        "columns": box.columns,
        "rows": box.rows,
        "align": STYLES[box.style]["align"],
        "head": box.style == "head",
    }
