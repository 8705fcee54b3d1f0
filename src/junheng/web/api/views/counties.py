# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Counties: the verdict on each, its dispersions, its items, its reasons, its years."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import (
    CodePath,
    EditionHead,
    Shape,
    SlugPath,
    Stand,
    Words,
    bilingual,
    edition_head,
    stand,
    which,
)
from junheng.web.portal import queries
from junheng.web.portal.models import County

router = Router(tags=["counties"])


class Tally(Shape):
    """How many stand, fall short and are open, of how many."""

    met: int
    not_met: int
    not_judged: int
    of: int


class Domain(Tally):
    state: Stand


class CountyRow(Shape):
    """One county of one edition."""

    county_code: str
    county: Words
    state: Stand
    resources: Stand
    sections: dict[str, Tally]
    dispersions: Tally
    domains: dict[str, Domain]
    reasons: list[Words]
    unreported: int


class IndicatorResult(Shape):
    """Mean and dispersion of one indicator over one section, in full precision; ``schools`` were asked, ``missing``
    of them have no value. ``met`` is null when it is not judged."""

    indicator: str
    section: str
    mean: float | None
    dispersion: float | None
    limit: float | None
    met: bool | None
    schools: int
    missing: int


class Who(Shape):
    """A school or other unit and what is said of it."""

    code: str
    name: str
    why: Words


class Limit(Shape):
    """What a number was held against: the dated parameter with its source."""

    parameter: str
    title: Words
    value: float | None
    unit: str
    since: str | None
    cite: str
    confidence: str


class Measure(Shape):
    """One measured number of an item."""

    id: str
    title: Words
    value: float | None
    unit: str
    threshold: Limit | None
    met: bool | None
    comparison: str


class Judgement(Shape):
    """What somebody judged by evidence."""

    met: bool
    judged_by: str
    judged_on: str
    document: str | None
    note: str | None


class ItemOutcome(Shape):
    """One item of the other domains."""

    id: str
    number: int
    domain: str
    title: Words
    cite: str
    kind: str
    state: Stand
    ok: bool | None
    summary: Words
    measured: list[Measure]
    failing: list[Who]
    missing: list[Words]
    conclusion: Judgement | None
    schools: Tally


class CountyFull(CountyRow, EditionHead):
    """Everything that is published of a county's verdict."""

    indicators: list[IndicatorResult]
    items: list[ItemOutcome]
    missing: list[Words]
    left_out: list[Who]
    unreported_schools: list[Who]
    beside: dict[str, Any] | None


class CountyYear(EditionHead):
    """A county in one school year."""

    county_code: str
    county: Words
    state: Stand
    resources: Stand
    indicators: list[IndicatorResult]


@router.get("/editions/{slug}/counties", response=Page[CountyRow], summary="各区县结论 / the verdicts on all counties")
def list_counties(request: HttpRequest, slug: SlugPath, window: Query[Window], state: Stand | None = None) -> Any:
    """按公布顺序，可按结论筛选 / in published order, by state if asked."""
    edition = queries.edition_of(queries.editions(), which(slug))
    rows = [one for one in queries.counties(edition) if state in (None, one.state)]
    return page(request, window, rows, _row)


@router.get("/editions/{slug}/counties/{code}", response=CountyFull, summary="一个区县 / one county")
def get_county(request: HttpRequest, slug: SlugPath, code: CodePath) -> Any:
    """差异系数、各项目、理由、缺报 / dispersions, items, reasons, what is missing."""
    edition = queries.edition_of(queries.editions(), which(slug))
    return {**edition_head(edition), **_full(queries.county(edition, code))}


@router.get("/counties/{code}", response=list[CountyYear], summary="一个区县历年 / one county over the years")
def get_county_years(request: HttpRequest, code: CodePath) -> Any:
    """旧年在前 / oldest first."""
    years = queries.county_years(code)
    if not years:
        raise Http404
    return [
        {
            **edition_head(one.edition),
            "county_code": one.code,
            "county": one.name,
            "state": one.state,
            "resources": one.resources,
            "indicators": one.indicators,
        }
        for one in years
    ]


def _row(one: County) -> dict[str, Any]:
    held = one.summary
    return {
        "county_code": one.code,
        "county": one.name,
        "state": one.state,
        "resources": one.resources,
        **{name: held[name] for name in ("sections", "dispersions", "domains", "reasons")},
        "unreported": held.get("unreported", 0),
    }


def _full(one: County) -> dict[str, Any]:
    detail = one.detail
    return {
        **_row(one),
        "indicators": one.indicators,
        "items": [_item(item) for item in detail["items"]],
        "missing": detail["missing"],
        "left_out": detail["left_out"],
        "unreported_schools": detail["unreported"],
        "beside": detail["beside"],
    }


def _item(held: dict[str, Any]) -> dict[str, Any]:
    item = held["item"]
    return {
        **{name: item[name] for name in ("id", "number", "domain", "cite", "kind")},
        "title": bilingual(item["title"]),
        "state": held["state"] if held["ok"] is not None else stand(None),
        **{name: held[name] for name in ("ok", "summary", "measured", "failing", "missing", "conclusion", "schools")},
    }
