"""Where the snapshots of locked rounds lie."""

from pathlib import Path

import polars as pl
from django.conf import settings

from junheng.facts import Snapshot, SnapshotError, latest, open_snapshot
from junheng.web.reporting.queries import snapshot_path

ROSTER = {"school_code": pl.String(), "school_name": pl.String(), "county_code": pl.String()}
"""Columns of the list of schools that had to report."""


def root() -> Path:
    return Path(settings.VAR) / "snapshots"


def snapshot_before(year: int) -> Snapshot | None:
    """The snapshot of the year before: the one its round was locked with, else the latest that was frozen here."""
    path = snapshot_path(year - 1)
    try:
        return open_snapshot(Path(path)) if path else latest(root(), year - 1)
    except (SnapshotError, OSError):
        return None
