"""Publish the verdicts on a city: what the pages show is replaced as a whole, or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction

from junheng.balance.compare import Comparison
from junheng.balance.model import CityVerdict, CountyVerdict, Failing, ItemResult, SchoolResult
from junheng.policy.standard import Standard
from junheng.web.portal.beside import other_standard
from junheng.web.portal.marks import Floor, marking, marks
from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.plain import plain
from junheng.web.portal.summary import counts, summary

_NOT_STORED = frozenset({"facts", "by_school", "measure", "uses", "ratios"})


def publish_city(
    verdicts: Sequence[CityVerdict],
    *,
    snapshots: Mapping[int, Path | str],
    geometry: Mapping[str, Any] | None = None,
    synthetic: bool,
    standard: str = "jiaodu-2017-6",
    beside: Sequence[Comparison] = (),
    expected: Mapping[int, pl.DataFrame] | None = None,
) -> None:
    """Replace everything published by these verdicts, one per school year.

    ``snapshots`` names each year's snapshot folder, ``geometry`` is a GeoJSON FeatureCollection whose features carry
    ``county_code``, ``standard`` is what ``load_standard`` takes, ``beside`` holds the same years by the 2012
    standard, ``expected`` the rosters the verdicts were made with, by year. The same input leaves the same pages; a
    process that dies midway leaves the old ones.
    Raises ValueError when a year is given twice or has no snapshot.
    """
    _check(verdicts, snapshots)
    other = {one.city.year: one for one in beside}
    rosters = expected or {}
    with transaction.atomic():
        Edition.objects.all().delete()
        for verdict in verdicts:
            edition = Edition.objects.create(
                year=verdict.year,
                standard=standard,
                snapshot=verdict.snapshot,
                snapshot_path=str(Path(snapshots[verdict.year]).resolve()),
                synthetic=synthetic,
                geometry=geometry or {},
                expected=rosters[verdict.year].to_dicts() if verdict.year in rosters else [],
            )
            _publish_year(edition, verdict, other.get(verdict.year))


def _check(verdicts: Sequence[CityVerdict], snapshots: Mapping[int, Path | str]) -> None:
    years = [verdict.year for verdict in verdicts]
    if len(set(years)) != len(years):
        raise ValueError(f"学年重复 a school year is given twice: {sorted(years)}")
    if missing := sorted(set(years) - set(snapshots)):
        raise ValueError(f"缺少快照 no snapshot for {missing}")


def _publish_year(edition: Edition, verdict: CityVerdict, beside: Comparison | None) -> None:
    counties = County.objects.bulk_create(
        _county(edition, at, one, verdict.standard, beside) for at, one in enumerate(verdict.counties)
    )
    mark = marking(verdict.standard, verdict.year)
    for county, one in zip(counties, verdict.counties, strict=True):
        School.objects.bulk_create(_schools(county, one, verdict.standard, mark))


def _county(edition: Edition, at: int, verdict: CountyVerdict, standard: Standard, beside: Comparison | None) -> County:
    return County(
        edition=edition,
        position=at,
        code=verdict.county_code,
        name=plain(verdict.county),
        state=str(verdict.state),
        resources=str(verdict.resources),
        summary=summary(verdict, standard.sections),
        indicators=plain(verdict.indicators),
        detail={
            "items": [_item(one) for one in verdict.items],
            "missing": plain(verdict.missing),
            "left_out": plain(list(dict.fromkeys(verdict.left_out))),
            "unreported": plain(verdict.unreported),
            "beside": other_standard(beside, verdict.county_code) if beside else None,
        },
    )


def _item(result: ItemResult) -> dict[str, Any]:
    """An item with how it stands and how many of its schools do; the facts stay in the snapshot."""
    schools = counts(result.by_school.values())
    return {**plain(result, without=_NOT_STORED), "ok": result.ok, "schools": schools}


def _schools(county: County, verdict: CountyVerdict, standard: Standard, mark: Floor) -> list[School]:
    judged = [_judged(county, one, standard, mark) for one in verdict.schools]
    left_out = {one.code: _left_out(county, one) for one in verdict.left_out}
    return [*judged, *left_out.values()]


def _judged(county: County, result: SchoolResult, standard: Standard, mark: Floor) -> School:
    return School(
        county=county,
        code=result.school_code,
        name=result.school_name,
        section=result.section,
        pupils=result.pupils,
        passes=result.passes,
        met=result.met_count,
        values=plain(result.values),
        marks=dict(marks(result, standard, mark)),
        reasons=plain(result.reasons),
    )


def _left_out(county: County, one: Failing) -> School:
    return School(
        county=county, code=one.code, name=one.name, section="", met=0, values={}, marks={}, reasons=[plain(one.why)]
    )
