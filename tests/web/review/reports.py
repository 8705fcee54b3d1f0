"""Reports as they stand in the database: real workbooks in the store, versions, moves. What the tests of review use."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
from django.db import transaction
from django.utils import timezone

from junheng.facts import Facts, write_template
from junheng.web.kit import store
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Correction, Round, RoundState, Submission, Version
from junheng.web.reporting.reading import of_unit, read_unit, write_out
from junheng.web.review.actions.ask_correction import correct_with
from junheng.web.review.actions.lock_round import lock_round
from tests.web import tiny
from tests.web.people import COUNTY, SCHOOLS, People


def a_round(year: int = 2025) -> Round:
    now = timezone.now()
    return Round.objects.create(
        year=year,
        state=RoundState.OPEN,
        opens=now - timedelta(days=30),
        deadline=now + timedelta(days=1),
        synthetic=True,
    )


def reports(staff: People, held: Round) -> dict[str, Submission]:
    """A submission of every school and county, by code, all missing."""
    units = [one for one in staff.places.values() if one.kind in {"school", "county"}]
    return {one.code: Submission.objects.create(round=held, organisation=one) for one in units}


def workbook(code: str, pupils: int | None = None, year: int = 2025) -> bytes:
    """The filled template of one school (or county), with another number of pupils if one is given."""
    return _written("county" if code == COUNTY else "school", code, pupils, year)


@cache
def _written(kind: str, code: str, pupils: int | None, year: int) -> bytes:
    facts = of_unit(tiny.facts(year), code)
    if pupils is not None:
        sections = facts["sections"].with_columns(pl.lit(pupils, pl.Int64).alias("pupils"))
        facts = Facts(facts.year, {**facts.tables, "sections": sections}, facts.cells)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "教基表.xlsx"
        write_template(kind, path, year=year, rows=facts, synthetic=True)
        return path.read_bytes()


def version(of: Submission, content: bytes, by: Any, name: str = "教基表.xlsx") -> Version:
    """The next version of a submission from one file, with the receipt of reading it."""
    sha256, size = store.put([content])
    files = [{"name": name, "sha256": sha256, "size": size, "kind": "template"}]
    number = of.versions.count() + 1
    with TemporaryDirectory() as folder:
        read = read_unit(write_out(files, Path(folder)), of.organisation, of.round.year)
    return Version.objects.create(
        submission=of,
        number=number,
        way="upload",
        files=files,
        receipt=read.receipt.to_dict(),
        token=f"{of.pk}-{number}",
        given=read.given,
        asked=read.asked,
        made_by=by,
    )


def submitted(of: Submission, staff: People, content: bytes | None = None) -> Submission:
    """Handed in by whoever reports for it."""
    code = of.organisation.code
    role = "county_reviewer" if code == COUNTY else "school_reporter" if code == SCHOOLS[0] else "county_reviewer"
    made = version(of, content or workbook(code), staff.users[role])
    held = move(staff.actor(role), of.pk, "draft", revision=of.revision, version=made)
    return move(staff.actor(role), of.pk, "submit", revision=held.revision)


def approved(of: Submission, staff: People, content: bytes | None = None) -> Submission:
    held = submitted(of, staff, content)
    role = "city_statistician" if of.organisation.code == COUNTY else "second_reviewer"
    return move(staff.actor(role), held.pk, "approve", revision=held.revision)


def locked(staff: People, held: Round, mine: dict[str, Submission]) -> Round:
    """Three schools approved and the round locked without the others."""
    for code in SCHOOLS:
        approved(mine[code], staff)
    held.refresh_from_db()
    lock_round(staff.actor("city_statistician"), held.pk, revision=held.revision, reason="两个区县另行补报")
    held.refresh_from_db()
    return held


def asked(of: Submission, staff: People, content: bytes, role: str = "school_reporter") -> Correction:
    """A correction asked for with a new workbook."""
    of.refresh_from_db()
    by = role if of.organisation.code == SCHOOLS[0] else "county_reviewer"
    made = version(of, content, staff.users[by])
    with transaction.atomic():
        return correct_with(staff.actor(by), made, reason="在校生数误填")
