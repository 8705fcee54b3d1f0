"""Reads our own templates and the official vertical forms back, by their headers and never by fixed cells."""

from collections.abc import Sequence

from junheng.facts.collect import Collector
from junheng.facts.findings import Outcome
from junheng.facts.grid import Grid
from junheng.facts.templates import form_reader, row_reader
from junheng.facts.templates.identity import MARK_SHEET, Identity, identity_of, template_version
from junheng.facts.templates.kinds import KINDS
from junheng.facts.templates.layouts import FormLayout, RowLayout, layout_of

RECEIPT = "回执"
"""What the first sheet of a marked copy is called, with a number when there are several."""
SILENT_SHEETS = frozenset({"说明", "代码表", "指标计算说明", "特殊情况说明", "需上传材料说明", MARK_SHEET})
"""Sheets of a template that hold no data."""


def read(grids: Sequence[Grid], collector: Collector) -> bool:
    """Bring the facts of one workbook to the collector; False, and nothing said, when it is not ours to read.

    Recognised are the templates of ``write_template`` and any sheet with the header of the official forms
    (填报项目, 填报值), marked or not, in whatever order of columns and sheets.
    """
    identity = identity_in(grids)
    found = [(grid, layout) for grid in grids if (layout := layout_of(grid, marked=identity is not None))]
    if not found:
        return False
    if identity is not None and identity.version != template_version():
        collector.note(
            "template_other_version",
            Outcome.WARNED,
            found[0][0].place(),
            version=identity.version,
            current=template_version(),
        )
    _note_ignored(grids, {grid.sheet for grid, _ in found}, collector)
    _read_all(found, collector)
    return True


def identity_in(grids: Sequence[Grid]) -> Identity | None:
    """The identity on the mark sheet of a workbook, if it has one of a known kind."""
    for grid in grids:
        if grid.sheet == MARK_SHEET:
            identity = identity_of(grid.rows)
            return identity if identity and identity.kind in KINDS else None
    return None


def _read_all(found: Sequence[tuple[Grid, FormLayout | RowLayout]], collector: Collector) -> None:
    form_reader.read([(grid, layout) for grid, layout in found if isinstance(layout, FormLayout)], collector)
    for grid, layout in found:
        if isinstance(layout, RowLayout):
            row_reader.read(grid, layout, collector)


def _note_ignored(grids: Sequence[Grid], read_sheets: set[str], collector: Collector) -> None:
    for grid in grids:
        if grid.sheet in read_sheets | SILENT_SHEETS or grid.sheet.startswith(RECEIPT):
            continue
        if any(cell != "" for row in grid.rows for cell in row):
            collector.note("template_sheet_ignored", Outcome.IGNORED, grid.place())
