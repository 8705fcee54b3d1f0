"""The whole way: reported workbooks → checked facts → frozen snapshot → verdict → forms, report and pages.

The packages do the work; this module only walks them in order, for the command line.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

from junheng.balance.model import CityVerdict, FactRef
from junheng.facts.receipt import Receipt
from junheng.policy import Standard
from junheng.publish.explained import Explained

if TYPE_CHECKING:
    from junheng.facts import Snapshot


class Step(Protocol):
    """Told how many pieces of one step are done."""

    def __call__(self, done: int, total: int) -> None: ...


Steps = Callable[[str], Step]
"""Begins a named step of long work."""

READABLE = {".xlsx", ".xlsm", ".xls", ".et", ".csv", ".txt"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import left behind; no snapshot when something was rejected and the user did not say to keep going."""

    receipt: Receipt
    snapshot: Path | None


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and every table file below the folders, in a stable order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.suffix.lower() in READABLE and one.is_file())
        else:
            found.append(path)
    return found


def import_year(
    paths: Sequence[Path],
    *,
    year: int,
    into: Path,
    step: Steps,
    mapping: Path | None = None,
    roster: Path | None = None,
    marked: Path | None = None,
    keep_going: bool = False,
    workers: int = 1,
) -> Imported:
    """Read and check the files of one school year and freeze what holds.

    ``roster`` lists the schools that must report (CSV with ``school_code``); the snapshot of the year before, if it is
    in the same folder, serves the year-on-year checks.
    """
    from junheng.facts import check, freeze, latest, mark_workbook, read_files

    sources = files_in(paths)
    intake = read_files(sources, year=year, mapping=mapping, workers=workers, progress=step("读取 / reading"))
    before = latest(into, year - 1)
    expected = pl.read_csv(roster, infer_schema=False) if roster else None
    checked = check(intake.facts, previous=before.facts if before else None, expected=expected)
    receipt = intake.receipt.with_findings(checked)
    if marked:
        _mark(sources, receipt, marked, mark_workbook)
    if not receipt.clean and not keep_going:
        return Imported(receipt, None)
    return Imported(receipt, freeze(intake.facts, receipt, into).path)


def _mark(sources: Sequence[Path], receipt: Receipt, folder: Path, mark: Callable[[Path, Receipt, Path], None]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    spoken_of = {finding.place.file for finding in receipt.findings}
    for source in sources:
        if source.name in spoken_of:
            mark(source, receipt, folder / f"{source.stem}.xlsx")


def judge_path(path: Path, standard: Standard, *, previous: Path | None = None) -> CityVerdict:
    """The verdict on a snapshot folder."""
    from junheng.balance import judge
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(path)
    before = open_snapshot(previous).facts if previous else None
    return judge(snapshot.facts, standard, snapshot=snapshot.hash, previous=before)


def judge_snapshot(path: Path, standard: Standard) -> dict[str, Any]:
    """The verdict on a snapshot as JSON: the flat contract by county and section, and the whole verdict by county."""
    from junheng.balance import city_to_dict

    return city_to_dict(judge_path(path, standard))


def cells_of(snapshot: "Snapshot", fact: FactRef) -> list[dict[str, Any]]:
    """The workbook cells a fact came from."""
    return list(snapshot.cells(fact.table, fact.code, fact.part, fact.field))


def explain_snapshot(
    path: Path,
    standard: Standard,
    *,
    county: str,
    section: str | None = None,
    indicator: str | None = None,
    school: str | None = None,
    item: str | None = None,
) -> Explained:
    """The tree behind one result of a snapshot.

    Raises:
        LookupError: there is no such county, school, indicator or item in it.
    """
    from junheng.balance import explain_county, explain_indicator, explain_item, explain_school, judge
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(path)
    city = judge(snapshot.facts, standard, snapshot=snapshot.hash)
    if item:
        tree = explain_item(city, snapshot.facts, county, item)
    elif school and section and indicator:
        tree = explain_school(city, snapshot.facts, county, school, section, indicator)
    elif section and indicator:
        tree = explain_indicator(city, snapshot.facts, county, section, indicator)
    else:
        tree = explain_county(city, snapshot.facts, county)
    return Explained(tree, partial(cells_of, snapshot))
