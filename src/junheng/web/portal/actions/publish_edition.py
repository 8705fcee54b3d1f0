"""Publish one school year: the next version of it, as a whole, or nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction
from django.utils import timezone

from junheng.balance.compare import Comparison
from junheng.balance.model import CityVerdict
from junheng.policy.text import Text
from junheng.publish.disclosure import Before, Hidden, choose, hide
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.actions.record import record
from junheng.web.portal.changes import changes_of
from junheng.web.portal.models import County, Edition, School
from junheng.web.portal.plain import plain
from junheng.web.portal.small_cells import disclosure_rules, protected
from junheng.web.portal.stored import Rows, rows_of

_COUNTY = ("position", "code", "name", "state", "resources", "summary", "indicators", "detail")
_SCHOOL = ("code", "name", "section", "pupils", "passes", "met", "values", "marks", "reasons", "suppressed")


def publish_edition(
    verdict: CityVerdict,
    *,
    snapshot_path: Path | str,
    synthetic: bool,
    geometry: Mapping[str, Any] | None = None,
    standard: str = "jiaodu-2017-6",
    beside: Comparison | None = None,
    expected: pl.DataFrame | None = None,
    disclosure: bool = True,
    changes: Sequence[Text] = (),
    actor: Actor = SYSTEM,
    reason: str = "",
) -> Edition:
    """The next version of the verdict's year becomes the current one; the versions before stay readable.

    ``geometry`` is a GeoJSON FeatureCollection whose features carry ``county_code``, ``standard`` is what
    ``load_standard`` takes, ``beside`` the same year by the 2012 standard, ``expected`` the roster the verdict was
    made with. ``disclosure`` suppresses small cells in everything the public sees. ``changes`` are told in the change
    log before what the program finds changed. What shows nothing new against the current version returns that one.
    """
    hidden = hidden_of(verdict) if disclosure else Hidden()
    rows = rows_of(hide(verdict, hidden), protected(beside, hidden))
    held: dict[str, Any] = {
        "standard": standard,
        "snapshot": verdict.snapshot,
        "synthetic": synthetic,
        "disclosure": disclosure,
        "hidden": hidden.to_dict(),
        "geometry": dict(geometry or {}),
        "expected": expected.to_dicts() if expected is not None else [],
    }
    digest = _digest(held, rows)
    path = str(Path(snapshot_path).resolve())
    with transaction.atomic():
        before = Edition.objects.select_for_update().filter(year=verdict.year, current=True).first()
        if before is not None and before.digest == digest:
            return _kept(before, path)
        edition = Edition(year=verdict.year, snapshot_path=path, digest=digest, **held)
        _follow(edition, before, [county for county, _schools in rows], changes)
        _save(edition, rows)
        after = {"snapshot": edition.snapshot, "disclosure": disclosure, "digest": digest}
        record(actor, "publish.edition", f"edition:{edition.permanent}", after=after, reason=reason)
    return edition


def hidden_of(verdict: CityVerdict) -> Hidden:
    """What is hidden of the year, given what its versions so far showed and hid and what the year before hides."""
    sections = School.objects.filter(county__edition__year=verdict.year).exclude(section="")
    found = list(sections.values_list("code", "section", "suppressed"))
    versions = Edition.objects.filter(year=verdict.year).values_list("hidden", flat=True)
    last = Edition.objects.filter(year=verdict.year - 1, current=True).values_list("hidden", flat=True).first()
    before = Before(
        shown=frozenset((code, section) for code, section, gone in found if not gone),
        hidden=frozenset((code, section) for code, section, gone in found if gone),
        prints=frozenset(one for held in versions for one in Hidden.of(held).prints),
        preferred=Hidden.of(last or {}).schools,
    )
    return choose(verdict, disclosure_rules(verdict.year), before)


def _digest(held: Mapping[str, Any], rows: Sequence[Rows]) -> str:
    """SHA-256 of everything the pages show, so that the same input is known again."""
    said = [
        [[getattr(county, name) for name in _COUNTY], [[getattr(one, name) for name in _SCHOOL] for one in own]]
        for county, own in rows
    ]
    text = json.dumps([held, said], ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(edition: Edition, path: str) -> Edition:
    """The current version; its snapshot may have moved."""
    if edition.snapshot_path != path:
        edition.snapshot_path = path
        edition.save(update_fields=["snapshot_path"])
    return edition


def _follow(edition: Edition, before: Edition | None, counties: Sequence[County], changes: Sequence[Text]) -> None:
    """Number the edition after the one before, which stops being current, and tell what changed."""
    held: dict[str, str] = {}
    if before is not None:
        edition.version = before.version + 1
        held = dict(before.counties.values_list("code", "state"))
        before.current = False
        before.save(update_fields=["current"])
    edition.published_at = timezone.now()
    found = changes_of(before, held, counties, disclosure=edition.disclosure)
    edition.changes = [*plain(list(changes)), *found]


def _save(edition: Edition, rows: Sequence[Rows]) -> None:
    edition.save(force_insert=True)
    for county, _schools in rows:
        county.edition = edition
    County.objects.bulk_create([county for county, _schools in rows])
    for county, schools in rows:
        for one in schools:
            one.county = county
        School.objects.bulk_create(schools)
