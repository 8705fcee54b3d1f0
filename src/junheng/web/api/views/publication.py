# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""The ranking of progress and the catalogue of disclosure with its clock."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api.shapes import EditionHead, SlugPath, Stand, Words, bilingual, edition_head, which, words
from junheng.web.portal import queries as portal
from junheng.web.verdicts import queries
from junheng.web.verdicts.clock import Line
from junheng.web.verdicts.ranking import MEASURES, ORDER, Change, Progress, progress
from junheng.web.verdicts.ranking_table import rule
from junheng.web.verdicts.views.catalogue import catalogue_lines

router = Router(tags=["data"])


class MeasureRow(Schema):
    """One way to measure progress; more is better."""

    id: str
    title: Words
    unit: str
    meaning: Words


class ChangeRow(Schema):
    before: float
    now: float
    change: float


class ProgressRow(Schema):
    """One county: its rank, or ``why`` it has none; a measure is null where the years cannot be compared."""

    county_code: str
    county: Words
    state: Stand
    rank: int | None
    why: Words | None
    measures: dict[str, ChangeRow | None]


class Ranking(EditionHead):
    """Progress against the edition ``before``; ``rule`` says how the rank is made."""

    before: EditionHead
    by: str
    rule: Words
    measures: list[MeasureRow]
    counties: list[ProgressRow]


class By(Schema):
    """What the rank goes by."""

    by: Annotated[
        Literal["order", "dispersions", "distance", "schools", "items"],
        Field(description="排名依据；order 为依次比较 / what the rank goes by; order: one after the other"),
    ] = "order"


class CatalogueRow(Schema):
    """One thing that is to be published, of one year or lasting, and where it stands with its term."""

    item: str
    first: Words
    second: Words
    content: Words
    basis: str
    channel: Words
    audience: Words
    way: Words
    year: int | None
    formed: date | None
    due: date | None
    due_estimated: bool
    published: date | None
    status: str
    title: Words
    workdays_left: int | None


@router.get("/editions/{slug}/ranking", response=Ranking, summary="进步排名 / the ranking of progress")
def get_ranking(request: HttpRequest, slug: SlugPath, chosen: Query[By]) -> Any:
    """与前一个已发布学年比较；不能比较时答 404 / against the year published before; 404 without one to compare."""
    published = portal.editions()
    now = portal.edition_of(published, which(slug))
    before = next((one for one in published if one.year < now.year), None)
    if before is None or before.standard != now.standard:
        raise Http404
    found = progress(queries.counties(before), queries.counties(now), chosen.by or ORDER)
    return {
        **edition_head(now),
        "before": edition_head(before),
        "by": chosen.by,
        "rule": words(rule(chosen.by)),
        "measures": [
            {"id": one.id, "title": words(one.title), "unit": one.unit, "meaning": words(one.meaning)}
            for one in MEASURES
        ],
        "counties": [_progress(one) for one in found],
    }


@router.get("/catalogue", response=list[CatalogueRow], summary="主动公开目录 / the catalogue of disclosure")
def list_catalogue(request: HttpRequest) -> Any:
    """每项的形成、应公开、公开日期 / when each was made, is due and was published."""
    return [_line(one) for one in catalogue_lines()]


def _progress(one: Progress) -> dict[str, Any]:
    return {
        "county_code": one.code,
        "county": bilingual(one.name),
        "state": one.state,
        "rank": one.rank,
        "why": words(one.why) if one.why else None,
        "measures": {held.id: _change(one.changes.get(held.id)) for held in MEASURES},
    }


def _change(one: Change | None) -> dict[str, float] | None:
    return None if one is None else {"before": one.before, "now": one.now, "change": one.by}


def _line(one: Line) -> dict[str, Any]:
    entry = one.entry
    said = ("first", "second", "content", "channel", "audience", "way")
    return {
        "item": entry.id,
        "basis": entry.basis,
        **{name: words(getattr(entry, name)) for name in said},
        "year": one.year,
        "formed": one.formed,
        "due": one.due.day if one.due else None,
        "due_estimated": bool(one.due and one.due.estimated),
        "published": one.published,
        "status": str(one.status),
        "title": words(one.title),
        "workdays_left": one.left,
    }
