"""Publish the verdicts on a city, year by year: all of them, or none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction

from junheng.balance.compare import Comparison
from junheng.balance.model import CityVerdict
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import Edition


def publish_city(
    verdicts: Sequence[CityVerdict],
    *,
    snapshots: Mapping[int, Path | str],
    geometry: Mapping[str, Any] | None = None,
    synthetic: bool,
    standard: str = "jiaodu-2017-6",
    beside: Sequence[Comparison] = (),
    expected: Mapping[int, pl.DataFrame] | None = None,
) -> list[Edition]:
    """Publish each verdict as the current version of its school year; years that are not given stay as they are.

    ``snapshots`` names each year's snapshot folder, ``beside`` holds the same years by the 2012 standard, ``expected``
    the rosters the verdicts were made with, by year; the rest is that of ``publish_edition``. The same input leaves
    the same pages; a process that dies midway leaves the old ones.
    Raises ValueError when a year is given twice or has no snapshot.
    """
    _check(verdicts, snapshots)
    other = {one.city.year: one for one in beside}
    rosters = expected or {}
    with transaction.atomic():
        return [
            publish_edition(
                one,
                snapshot_path=snapshots[one.year],
                synthetic=synthetic,
                geometry=geometry,
                standard=standard,
                beside=other.get(one.year),
                expected=rosters.get(one.year),
            )
            for one in sorted(verdicts, key=lambda one: one.year)
        ]


def _check(verdicts: Sequence[CityVerdict], snapshots: Mapping[int, Path | str]) -> None:
    years = [verdict.year for verdict in verdicts]
    if len(set(years)) != len(years):
        raise ValueError(f"学年重复 a school year is given twice: {sorted(years)}")
    if missing := sorted(set(years) - set(snapshots)):
        raise ValueError(f"缺少快照 no snapshot for {missing}")
