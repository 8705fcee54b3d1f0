"""What is reported, from the workbooks to a frozen year of facts.

A school or a county fills in a workbook: the official one, an export of its system, or our template
(:func:`write_template`). :func:`read_files` reads whatever comes and says, cell by cell, what was read, changed,
rejected and ignored. :func:`check` holds the facts against their contracts, against each other, against last year and
against the list of who should report; :func:`accept` also takes out what cannot be used. The reporter gets the receipt
on screen, as JSON, and as the own workbook with marked cells (:func:`mark_workbook`); the office gets a
:func:`response_board`. What holds is frozen (:func:`freeze`) into a snapshot that never changes, and every number in
it still knows its cell::

    intake = read_files(paths, year=2025)
    checked = accept(intake.facts)
    snapshot = freeze(checked.facts, intake.receipt.with_findings(checked.findings), root)
    snapshot.cells("rooms", "2141000001", "", "teaching_area")

Blank is not zero: a null is *not reported*, and ``cells`` knows what is not applicable or suppressed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from junheng.facts.board import board_counts, response_board
    from junheng.facts.checks import CHECKS, Accepted, Check, accept, check
    from junheng.facts.codes import CodeList, code_list, code_lists
    from junheng.facts.contracts import Field, TableContract, contract
    from junheng.facts.findings import Finding, Outcome, Place, messages
    from junheng.facts.intake import Intake, read_files
    from junheng.facts.marked import mark_workbook
    from junheng.facts.readers.mappingfaults import MappingError
    from junheng.facts.receipt import Receipt, SourceFile
    from junheng.facts.snapshot import Snapshot, SnapshotError, freeze, latest, open_snapshot
    from junheng.facts.tables import CELLS_SCHEMA, Facts
    from junheng.facts.templates import template_kinds, template_version, write_template
    from junheng.facts.units import UNIT_COLUMNS, UnitColumn

__all__ = [
    "CELLS_SCHEMA",
    "CHECKS",
    "UNIT_COLUMNS",
    "Accepted",
    "Check",
    "CodeList",
    "Facts",
    "Field",
    "Finding",
    "Intake",
    "MappingError",
    "Outcome",
    "Place",
    "Receipt",
    "Snapshot",
    "SnapshotError",
    "SourceFile",
    "TableContract",
    "UnitColumn",
    "accept",
    "board_counts",
    "check",
    "code_list",
    "code_lists",
    "contract",
    "freeze",
    "latest",
    "mark_workbook",
    "messages",
    "open_snapshot",
    "read_files",
    "response_board",
    "template_kinds",
    "template_version",
    "write_template",
]

_HOMES = {
    "board": ("board_counts", "response_board"),
    "checks": ("CHECKS", "Accepted", "Check", "accept", "check"),
    "codes": ("CodeList", "code_list", "code_lists"),
    "contracts": ("Field", "TableContract", "contract"),
    "findings": ("Finding", "Outcome", "Place", "messages"),
    "intake": ("Intake", "read_files"),
    "marked": ("mark_workbook",),
    "readers.mappingfaults": ("MappingError",),
    "receipt": ("Receipt", "SourceFile"),
    "snapshot": ("Snapshot", "SnapshotError", "freeze", "latest", "open_snapshot"),
    "tables": ("CELLS_SCHEMA", "Facts"),
    "templates": ("template_kinds", "template_version", "write_template"),
    "units": ("UNIT_COLUMNS", "UnitColumn"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Bring a name in when it is first used: reading Excel is not needed to judge, nor judging to write a template."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
