"""What is known of a unit already: the version that counts now, and the locked facts of the year before."""

from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from django.conf import settings

from junheng.facts import Facts, Snapshot, SnapshotError, latest, open_snapshot, read_files
from junheng.facts.contracts import ORDER, contract
from junheng.web.accounts.models import Organisation
from junheng.web.reporting import queries
from junheng.web.reporting.models import Submission, Version
from junheng.web.reporting.reading import of_unit, unpack


def current_facts(submission: Submission) -> Facts | None:
    """The facts of the current version; None before the first."""
    return None if submission.current is None else facts_of(submission.current, submission)


def facts_of(version: Version, submission: Submission) -> Facts:
    """The facts of a version, read again from its files."""
    with TemporaryDirectory(prefix="junheng-version-") as folder:
        intake = read_files(unpack(version, Path(folder)), year=submission.round.year)
    return of_unit(intake.facts, submission.organisation.code)


def last_year(submission: Submission) -> Facts | None:
    """The unit's facts in the locked snapshot of the year before; None when there is none."""
    snapshot = _snapshot(submission.round.year - 1)
    if snapshot is None:
        return None
    return _own(snapshot, submission.organisation)


def _snapshot(year: int) -> Snapshot | None:
    path = queries.snapshot_path(year)
    try:
        return open_snapshot(Path(path)) if path else latest(Path(settings.VAR) / "snapshots", year)
    except (SnapshotError, OSError):
        return None


def _own(snapshot: Snapshot, own: Organisation) -> Facts | None:
    tables = {}
    for table in ORDER:
        key = contract(table).key[0]
        tables[table] = snapshot.lazy(table).filter(pl.col(key) == own.code).collect()
    if all(frame.is_empty() for frame in tables.values()):
        return None
    cells = pl.scan_parquet(snapshot.path / "cells.parquet").filter(pl.col("code") == own.code).collect()
    return Facts(snapshot.year, tables, cells)
