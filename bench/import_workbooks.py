"""Import of the demo city's own school workbooks: ours, against the same readers fed by openpyxl.

    .venv/bin/python bench/import_workbooks.py [--books 1600] [--sample 200]

Both ways read every cell of every sheet and run the same recognition, parsing and collecting; only the opening of the
file differs, so the ratio is what a user of openpyxl would pay. openpyxl reads a sample (it is slow) and is scaled by
the number of books; the facts of the sample are compared for equality. The last lines say where our time goes.
"""

import argparse
import cProfile
import pstats
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import openpyxl

from junheng.demo import build
from junheng.facts import intake
from junheng.facts.grid import Cell, Grid, Workbook
from junheng.facts.sniff import Kind

T = TypeVar("T")

STAGES = {
    "look at the bytes (sniff, package)": ("sniff.py", "package.py"),
    "open with calamine": ("grid.py",),
    "find tables and labels (readers)": ("/readers/", "template_reader.py"),
    "turn cells into values": ("values.py",),
    "collect facts": ("collect.py",),
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--books", type=int, default=1600)
    options.add_argument("--sample", type=int, default=200)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        city = build(Path(folder))
        latest = city.workbooks[max(city.workbooks)]
        books = sorted(path for path in latest.rglob("*.xlsx") if path.stem.isdigit())[: chosen.books]
        sample = books[:: max(1, len(books) // chosen.sample)][: chosen.sample]
        compare(books, sample)
        where_time_goes(books)


def compare(books: list[Path], sample: list[Path]) -> None:
    year = 2025
    ours, _ = timed(partial(intake.read_files, books, year=year))
    both, _ = timed(partial(intake.read_files, books, year=year, workers=2))
    here, mine = timed(partial(intake.read_files, sample, year=year))
    with patch.object(intake, "open_file", open_with_openpyxl):
        there, theirs = timed(partial(intake.read_files, sample, year=year))
    same = all(mine.facts[name].equals(theirs.facts[name]) for name in mine.facts.tables)
    per_book = 1000 / len(sample)
    print(f"workbooks                      {len(books):>8}")
    print(f"ours, one process              {ours:>8.1f} s  {1000 * ours / len(books):.2f} ms a workbook")
    print(f"ours, two processes            {both:>8.1f} s")
    print(f"sample of {len(sample)}: ours            {here:>8.1f} s  {here * per_book:.2f} ms a workbook")
    print(f"sample of {len(sample)}: with openpyxl   {there:>8.1f} s  {there * per_book:.2f} ms a workbook")
    print(f"ratio openpyxl / ours          {there / here:>8.1f} x  (same facts: {same})")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def open_with_openpyxl(data: bytes, name: str) -> Workbook:
    """The grids of a workbook as openpyxl gives them."""
    import io

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    grids = []
    for sheet in book.worksheets:
        rows: list[list[Cell]] = [["" if cell is None else cell for cell in row] for row in sheet.values]
        merged = [(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges]
        grids.append(Grid(name, sheet.title, rows, merged, hidden=sheet.sheet_state != "visible"))
    return Workbook(Kind.XLSX, grids)


def where_time_goes(books: list[Path]) -> None:
    profile = cProfile.Profile()
    profile.runcall(intake.read_files, books, year=2025)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = sum(entry[2] for entry in stats.values())
    shares = dict.fromkeys(STAGES, 0.0)
    for (file, _, function), (_, _, own, _, _) in stats.items():
        if "calamine" in function or "calamine" in file:
            shares["open with calamine"] += own
            continue
        for stage, marks in STAGES.items():
            if any(mark in file for mark in marks):
                shares[stage] += own
                break
    print("where the time goes (profiled, own time):")
    for stage, seconds in sorted(shares.items(), key=lambda one: -one[1]):
        print(f"  {stage:<40} {100 * seconds / total:5.1f} %")
    print(f"  {'everything else (zip, regex, polars …)':<40} {100 * (1 - sum(shares.values()) / total):5.1f} %")


if __name__ == "__main__":
    main()
