"""The remarks of a form: what was written beside a value becomes a remark at its cell."""

from collections.abc import Iterable, Mapping

from junheng.web.reporting.lifecycle import Note
from junheng.web.review.values import Line, Sheet

LONGEST = 1000


def notes_of(given: Mapping[str, str], sheets: Iterable[Sheet]) -> list[Note]:
    """Remarks for the lines that something was written beside, in the order of the page."""
    return [
        _note(line, text[:LONGEST])
        for sheet in sheets
        for line in sheet.lines
        if (text := given.get(line.name, "").strip())
    ]


def _note(line: Line, text: str) -> Note:
    first = line.cells[0] if line.cells else None
    place = (first.file, first.sheet, first.cell) if first else ("", "", "")
    return Note(text, *place, field=".".join(line.key))
