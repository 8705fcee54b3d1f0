"""The county: the verdict with its reasons, dispersions, domains, schools, what is missing, the years, downloads."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day
from junheng.web.accounts.access import public
from junheng.web.portal import heat, queries
from junheng.web.portal.charts.bars import Bar, dispersion_bars
from junheng.web.portal.datasets import DATASETS
from junheng.web.portal.delivery import dated
from junheng.web.portal.downloads import DOWNLOADS
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import County, School
from junheng.web.portal.readers import unveil
from junheng.web.portal.slugs import Which
from junheng.web.portal.summary import DOMAINS
from junheng.web.portal.tables import files_response, links
from junheng.web.portal.trend import trend_rows
from junheng.web.portal.words import domain_name, say, section_name


@public
@require_safe
def county(request: HttpRequest, which: Which, code: str) -> HttpResponse:
    """Five queries: the years, the county, its schools, its other years, its released verdict."""
    published = queries.editions()
    edition = queries.edition_of(published, which)
    here = queries.county(edition, code)
    standard = standard_of(edition.standard)
    held = unveil(request, edition, here, queries.schools(here))
    schools = sorted(held, key=lambda one: standard.sections.index(one.section))
    ask = heat.Ask.of(request.GET, (one.id for one in standard.indicators))
    chosen = heat.narrowed(schools, ask)
    pairs = [(here, schools)]
    made = {one.id: one.make(edition, standard, pairs) for one in DATASETS}
    if (file := files_response(request, made.values(), f"{say(here.name)} {edition.slug}")) is not None:
        return file
    return dated(
        render(
            request,
            "portal/county.html",
            {
                "editions": published,
                "edition": edition,
                "standard": standard,
                "county": here,
                "sections": [_section(here, standard, section) for section in standard.sections],
                "domains": [_domain(here, domain) for domain in DOMAINS],
                "ask": ask,
                "columns": _columns(standard, edition.year),
                "shown": len(chosen),
                "total": len(schools),
                "rows": heat.rows(chosen, (one.id for one in standard.indicators), edition),
                "failing": _failing(schools),
                "trend": trend_rows(queries.county_years(code, edition), standard),
                "downloads": DOWNLOADS,
                "number": queries.record_number(edition, code),
                "offers": {id_: links(request, table) for id_, table in made.items()},
                "secret": sum(one.suppressed for one in schools),
            },
        ),
        published,
    )


def _section(here: County, standard: Standard, section: str) -> dict[str, Any]:
    """The dispersions of one section as bars and as their table twin, with margins."""
    results = [one for one in here.indicators if one["section"] == section]
    titles = {one.id: one for one in standard.indicators}
    for one in results:
        known = one["limit"] is not None and one["dispersion"] is not None
        one["margin"] = one["limit"] - one["dispersion"] if known else None
        one["title"], one["unit"] = titles[one["indicator"]].title, titles[one["indicator"]].unit
    bars = [Bar(say(titles[one["indicator"]].short), one["dispersion"], one["limit"], one["met"]) for one in results]
    name = section_name(section)
    return {
        "id": section,
        "counts": here.summary["sections"].get(section),
        "results": results,
        "chart": dispersion_bars(f"bars-{section}", name, bars),
    }


def _domain(here: County, domain: str) -> dict[str, Any]:
    items = [one for one in here.detail["items"] if one["item"]["domain"] == domain]
    return {"id": domain, "name": domain_name(domain), "items": items, **here.summary["domains"][domain]}


def _columns(standard: Standard, year: int) -> list[dict[str, Any]]:
    """The indicator columns of the heat table with the threshold of each section in their heads."""
    rules = standard.rules(statistics_day(year))
    return [
        {
            "id": one.id,
            "short": one.short,
            "unit": one.unit,
            "thresholds": [(section, rules.number(name)) for section, name in one.threshold.items()],
        }
        for one in standard.indicators
    ]


def _failing(schools: list[School]) -> list[School]:
    return [one for one in schools if one.passes is False]
