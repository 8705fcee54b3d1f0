"""The approved files of a whole round as one year of facts: every unit from its own version and from nothing else."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from junheng.facts import Facts, Receipt, read_files
from junheng.facts.contracts import ORDER, contract
from junheng.facts.intake import Intake
from junheng.web.kit import store
from junheng.web.reporting.models import Submission

Progress = Callable[[int, int], None]
MANY = 64
"""Files from which on reading them in several processes is worth starting those."""


def gather(submissions: Sequence[Submission], *, year: int, progress: Progress) -> Intake:
    """Read the files of the current versions.

    A file may hold rows of several units (a table of the whole county). It gives rows only to those whose current
    version it is: an older row of somebody who has sent anew does not come back in. Such files are read one by one,
    all others together.
    """
    units = _units_of_files(submissions)
    with TemporaryDirectory(prefix="junheng-lock-") as folder:
        paths = _lay_out(submissions, Path(folder))
        told = _Told(progress, len(paths))
        own = [digest for digest, codes in units.items() if len(codes) == 1]
        first = _read([paths[one] for one in own], year, told)
        mixed = _mixed(first, {one: units[one] for one in own})
        if mixed:
            own = [one for one in own if one not in mixed]
            told.before = 0
            first = _read([paths[one] for one in own], year, told)
        rest = [(one, _read([paths[one]], year, told)) for one in units if one not in own]
    parts = [first.facts, *(_only(intake.facts, units[digest]) for digest, intake in rest)]
    return Intake(_facts(year, parts), _receipt([first.receipt, *(intake.receipt for _digest, intake in rest)]))


class _Told:
    """Progress over several readings as one."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress, self.total, self.before, self.now = progress, total, 0, 0

    def __call__(self, done: int, _total: int) -> None:
        self.now = self.before + done
        self.progress(self.now, self.total)

    def next(self) -> None:
        self.before = self.now


def _units_of_files(submissions: Iterable[Submission]) -> Mapping[str, set[str]]:
    """Digest of a file -> codes of the units whose current version it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in submissions:
        for file in one.current.files if one.current else ():
            found[file["sha256"]].add(one.organisation.code)
    return found


def _lay_out(submissions: Iterable[Submission], folder: Path) -> Mapping[str, Path]:
    """Each file once, under its own name, in a folder named by the unit: that is what the snapshot calls it."""
    paths: dict[str, Path] = {}
    for one in submissions:
        for at, file in enumerate(one.current.files if one.current else ()):
            if file["sha256"] in paths:
                continue
            name = str(file["name"]).rpartition("/")[2]
            place = folder / str(at) / one.organisation.code
            place.mkdir(parents=True, exist_ok=True)
            (place / name).symlink_to(store.path_of(file["sha256"]).resolve(strict=True))
            paths[file["sha256"]] = place / name
    return paths


def _read(paths: Sequence[Path], year: int, told: _Told) -> Intake:
    workers = (cpu_count() or 1) if len(paths) >= MANY else 1
    intake = read_files(paths, year=year, workers=workers, progress=told)
    told.next()
    return intake


def _mixed(intake: Intake, units: Mapping[str, set[str]]) -> set[str]:
    """Digests of the files that hold something of a unit they do not belong to."""
    columns = ("file", "code")
    held = pl.concat([intake.facts.cells.select(columns), intake.facts.marks.select(columns)]).unique()
    digests = {one.name: one.sha256 for one in intake.receipt.files}
    return {digests[name] for name, code in held.iter_rows() if code not in units[digests[name]]}


def _only(facts: Facts, codes: set[str]) -> Facts:
    wanted = list(codes)
    tables = {name: frame.filter(pl.col(contract(name).key[0]).is_in(wanted)) for name, frame in facts.tables.items()}
    return Facts(
        facts.year,
        tables,
        facts.cells.filter(pl.col("code").is_in(wanted)),
        facts.marks.filter(pl.col("code").is_in(wanted)),
    )


def _facts(year: int, parts: Sequence[Facts]) -> Facts:
    tables = {name: _merged(pl.concat([one[name] for one in parts]), contract(name).key) for name in ORDER}
    return Facts(year, tables, pl.concat([one.cells for one in parts]), pl.concat([one.marks for one in parts]))


def _merged(rows: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """One row for each key: what its own workbook leaves out a unit may have given in the table of its county.

    Two values for one cell were told of when the files were handed in together; the first stands.
    """
    filled = rows.group_by(key, maintain_order=True).agg(pl.all().drop_nulls().first())
    return filled.select(rows.columns).sort(key)


def _receipt(parts: Sequence[Receipt]) -> Receipt:
    rows: dict[str, int] = defaultdict(int)
    for one in parts:
        for table, count in one.rows.items():
            rows[table] += count
    return Receipt(
        tuple(file for one in parts for file in one.files),
        dict(rows),
        sum(one.cells for one in parts),
        tuple(finding for one in parts for finding in one.findings),
    )
