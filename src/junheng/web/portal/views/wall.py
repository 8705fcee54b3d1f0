"""The page for the wall: large numbers and the map, down to the schools; it renews itself only when told to."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.charts.city_map import city_map
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import standard_of

EVERY = 300
"""Seconds after which the page asks again, once somebody has switched that on (WCAG 2.2.1)."""


@public
@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """The city. Three queries: the years, the counties, the map."""
    published = queries.editions()
    if not published:
        return render(request, "portal/empty.html", {"editions": published})
    edition = published[0]
    counties = queries.counties(edition)
    found = Counter(one.state for one in counties)
    context = {
        "editions": published,
        "edition": edition,
        "standard": standard_of(edition.standard),
        "counties": counties,
        "counts": {name: found[name] for name in ("met", "not_met", "not_judged")},
        "map": city_map(queries.geometry(edition), counties, edition.slug, "wall-county"),
        "every": EVERY if "renew" in request.GET else 0,
    }
    return dated(render(request, "portal/wall.html", context), published)


@public
@require_safe
def wall_county(request: HttpRequest, code: str) -> HttpResponse:
    """One county and its schools. Three queries: the years, the county, its schools."""
    published = queries.editions()
    edition = queries.edition_of(published, None)
    county = queries.county(edition, code)
    schools = queries.schools(county)
    context = {
        "editions": published,
        "edition": edition,
        "county": county,
        "standard": standard_of(edition.standard),
        "schools": sorted(schools, key=lambda one: (one.passes is True, one.passes is None, one.name)),
        "every": EVERY if "renew" in request.GET else 0,
    }
    return dated(render(request, "portal/wall_county.html", context), published)
