"""Read what one unit hands in, with everything there is to say about it; nothing is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from junheng.facts import Facts, Receipt, accept, read_files, response_board
from junheng.facts.findings import Finding
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.kit import store
from junheng.web.reporting.models import Version
from junheng.web.reporting.ownership import foreign
from junheng.web.reporting.years import other_years

OF_THE_LIST = frozenset({"school_missing", "school_new"})
"""What is said of a list of schools; of one unit's file ``foreign`` says it in the words of who reports."""


@dataclass(frozen=True, slots=True)
class Read:
    """The accepted facts of a unit's files and the receipt; ``given`` of ``asked`` lines are filled in."""

    facts: Facts
    receipt: Receipt
    given: int
    asked: int


def read_unit(paths: Sequence[Path], own: Organisation, year: int, *, previous: Facts | None = None) -> Read:
    """Read and check the files of one organisation for the round of a year."""
    intake = read_files(paths, year=year)
    checked = accept(intake.facts, previous=previous)
    findings: list[Finding] = [one for one in checked.findings if one.code not in OF_THE_LIST]
    if intake.receipt.clean or not intake.facts.cells.is_empty():
        findings += foreign(intake.facts, own)
    findings += other_years(zip((one.name for one in intake.receipt.files), paths, strict=True), year)
    receipt = intake.receipt.with_findings(findings)
    return Read(checked.facts, receipt, *completeness(checked.facts, own))


def completeness(facts: Facts, own: Organisation) -> tuple[int, int]:
    """How many lines the unit has filled in, and how many it is asked for (0: its form asks for nothing fixed)."""
    board = lines_of(facts, own)
    return (int(board["given"].sum()), int(board["asked"].sum())) if board.height else (0, 0)


def lines_of(facts: Facts, own: Organisation) -> pl.DataFrame:
    """The response board of one school; without rows for a county."""
    if own.kind == Kind.COUNTY:
        return pl.DataFrame(schema={"table": pl.String, "section": pl.String, "given": pl.Int64, "asked": pl.Int64})
    listed = {"school_code": [own.code], "school_type": [own.school_type or None]}
    return response_board(facts, pl.DataFrame(listed, schema={"school_code": pl.String, "school_type": pl.String}))


def unpack(version: Version, folder: Path) -> list[Path]:
    """The files of a version as they were handed in, in a folder; two of one name each in a folder of their own."""
    return write_out(version.files, folder)


def write_out(files: Sequence[Mapping[str, Any]], folder: Path) -> list[Path]:
    paths = []
    for number, one in enumerate(files, 1):
        path = folder / str(number) / str(one["name"]).rpartition("/")[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.read(str(one["sha256"])))
        paths.append(path)
    return paths


def of_unit(facts: Facts, code: str) -> Facts:
    """The facts of one unit alone: a file that was handed in for many may hold others."""
    tables = {name: _own_rows(frame, code) for name, frame in facts.tables.items()}
    return Facts(facts.year, tables, facts.cells.filter(pl.col("code") == code))


def _own_rows(frame: pl.DataFrame, code: str) -> pl.DataFrame:
    key = "school_code" if "school_code" in frame.columns else "county_code"
    return frame.filter(pl.col(key) == code)
