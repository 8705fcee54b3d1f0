"""The whole way in: files to facts and a receipt. Each file is opened, recognised, read; nothing is stored."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import polars as pl

from junheng.facts import template_reader
from junheng.facts.collect import Collector
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.grid import Grid, Unreadable, open_file
from junheng.facts.readers.flat import read_flat
from junheng.facts.readers.jiaoji import read_jiaoji
from junheng.facts.readers.mapped import read_mapped, units_frame
from junheng.facts.readers.mapping import Mapping, load_mapping
from junheng.facts.readers.tables import read_tables
from junheng.facts.receipt import Receipt, SourceFile
from junheng.facts.sniff import EXTENSIONS, Kind
from junheng.facts.tables import Facts

Progress = Callable[[int, int], None]
"""Called with files done and files in all."""

READERS: tuple[tuple[str, Callable[[Sequence[Grid], Collector], bool]], ...] = (
    ("jiaoji", read_jiaoji),
    ("template", template_reader.read),
    ("table", read_tables),
    ("flat", read_flat),
)
"""Kind of file -> its reader, in the order they are asked; the first that knows the file takes it."""
TEXT_READERS = (("csv", read_tables), ("flat", read_flat), ("template", template_reader.read))
"""The same for files of text, which have no sheets and no numbers."""

CHUNK = 16

SYNTHETIC_MARKS = ("合成演示数据", "合成数据，仅用于演示")
"""What files of made-up data say of themselves: those of the demo city, and templates filled with such data."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in. ``units`` is the flat unit table when a mapping file asked for one."""

    facts: Facts
    receipt: Receipt
    units: pl.DataFrame | None = None


@dataclass(slots=True)
class FileRead:
    source: SourceFile
    collector: Collector
    units: list[dict[str, Any]] = field(default_factory=list)


def read_files(
    paths: Iterable[Path | str] | Path | str,
    *,
    year: int,
    mapping: Mapping | Path | str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Intake:
    """Read workbooks, CSV files and folders of them into the facts of one school year.

    Whatever is wrong with a file becomes a finding of the receipt; the other files are read. ``workers`` > 1 spreads
    the files over fresh processes (a forked one would inherit the locks of the table library), with the same result;
    a script that asks for them keeps its own start behind ``if __name__ == "__main__"``.

    Raises:
        MappingError: the mapping file itself is faulty; all its faults are named.
    """
    chosen = load_mapping(mapping) if isinstance(mapping, Path | str) else mapping
    files = list(_named(expand([paths] if isinstance(paths, Path | str) else paths)))
    whole = Collector()
    sources: list[SourceFile] = []
    units: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for done, one in enumerate(_reads(files, chosen, workers), 1):
        first = seen.setdefault(one.source.sha256, one.source.name) if one.source.sha256 else one.source.name
        if first == one.source.name:
            whole.absorb(one.collector)
            units.extend(one.units)
        else:
            whole.note("same_file_twice", Outcome.IGNORED, Place(one.source.name), other=first)
        sources.append(one.source)
        if progress is not None:
            progress(done, len(files))
    rows = {**whole.row_counts, **({"units": len(units)} if units else {})}
    receipt = Receipt(tuple(sources), rows, whole.cell_count, tuple(whole.findings))
    return Intake(whole.facts(year), receipt, units_frame(units) if chosen and chosen.into == "units" else None)


def expand(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Files as given, and the spreadsheets in given folders by name; lock files of open workbooks are left out."""
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            if found.suffix.lower() in EXTENSIONS and not found.name.startswith(("~$", ".")):
                yield found


def _named(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with the name the receipt calls it by: with its folder when another has the same name."""
    files = list(paths)
    often = Counter(path.name for path in files)
    for path in files:
        yield path, path.name if often[path.name] == 1 else f"{path.parent.name}/{path.name}"


def _reads(files: Sequence[tuple[Path, str]], mapping: Mapping | None, workers: int) -> Iterator[FileRead]:
    read = partial(read_file, mapping=mapping)
    if workers <= 1 or len(files) <= 1:
        yield from map(read, files)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read, files, chunksize=CHUNK)


def read_file(file: tuple[Path, str], mapping: Mapping | None = None) -> FileRead:
    """One file to its own collector; never raises for what is in the file."""
    path, name = file
    collector = Collector()
    try:
        data = path.read_bytes()
    except OSError as fault:
        collector.note("unreadable_file", Outcome.REJECTED, Place(name), reason=fault.strerror or type(fault).__name__)
        return FileRead(SourceFile(name, "", 0, "unreadable"), collector)
    sha256 = hashlib.sha256(data).hexdigest()
    kind, units, synthetic = "unreadable", list[dict[str, Any]](), False
    try:
        book = open_file(data, name)
        collector.findings.extend(book.findings)
        synthetic = says_synthetic(book.grids)
        kind, units = _read_grids(book.grids, mapping, collector, text=book.kind is Kind.TEXT)
    except Unreadable as fault:
        collector.findings.append(fault.finding)
    except Exception as fault:  # noqa: BLE001  (a fault of ours must not cost the user the other files)
        collector = Collector()
        collector.findings.append(
            Finding("reader_failed", Outcome.REJECTED, Place(name), {"fault": f"{type(fault).__name__}: {fault}"})
        )
    return FileRead(SourceFile(name, sha256, len(data), kind, synthetic), collector, units)


def says_synthetic(grids: Iterable[Grid]) -> bool:
    """Whether a sheet carries the mark of made-up data."""
    rows = (row for grid in grids for row in grid.rows)
    texts = (cell for row in rows for cell in row if type(cell) is str)
    return any(mark in text for text in texts for mark in SYNTHETIC_MARKS)


def _read_grids(
    grids: Sequence[Grid], mapping: Mapping | None, collector: Collector, *, text: bool
) -> tuple[str, list[dict[str, Any]]]:
    if not any(cell != "" for grid in grids for row in grid.rows for cell in row):
        collector.note("empty_file", Outcome.REJECTED, Place(grids[0].file if grids else ""))
        return "unreadable", []
    if mapping is not None:
        return "mapping", read_mapped(grids, mapping, collector)
    for kind, read in TEXT_READERS if text else READERS:
        if read(grids, collector):
            return kind, []
    collector.note("not_recognised", Outcome.REJECTED, Place(grids[0].file))
    return "unreadable", []
