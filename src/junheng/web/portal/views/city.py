"""The city: the headline, the map, the table of counties."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal import datasets, queries
from junheng.web.portal.charts.city_map import city_map
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import standard_of
from junheng.web.portal.slugs import Which
from junheng.web.portal.summary import DOMAINS
from junheng.web.portal.tables import links, table_response
from junheng.web.portal.words import say


@public
@require_safe
def city(request: HttpRequest, which: Which | None = None) -> HttpResponse:
    """Three queries: the years, the map, the counties. Without any edition, a page that says how to get one."""
    published = queries.editions()
    if not published and which is None:
        return render(request, "portal/empty.html", {"editions": published})
    edition = queries.edition_of(published, which)
    counties = queries.counties(edition)
    found = Counter(county.state for county in counties)
    standard = standard_of(edition.standard)
    table = datasets.counties(edition, standard, [(one, ()) for one in counties])
    if (file := table_response(request, table, f"{say(table.title)} {edition.slug}")) is not None:
        return file
    return dated(
        render(
            request,
            "portal/city.html",
            {
                "editions": published,
                "edition": edition,
                "standard": standard,
                "counties": counties,
                "counts": {"met": found["met"], "not_met": found["not_met"], "not_judged": found["not_judged"]},
                "map": city_map(queries.geometry(edition), counties, edition.slug),
                "sections": standard.sections,
                "domains": DOMAINS,
                "offer": links(request, table),
            },
        ),
        published,
    )
