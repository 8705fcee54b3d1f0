"""Compare up to four counties or schools: what differs carries a sign, places come and go by links."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from junheng.publish.display import grid, heading
from junheng.publish.table import Table
from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.side_by_side import counties_beside, differs, schools_beside
from junheng.web.portal.slugs import Which
from junheng.web.portal.tables import links, table_response
from junheng.web.portal.words import language, say, section_name

PLACES = ("a", "b", "c", "d")


@public
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Counties by code, schools by ``code.section``; at most four queries."""
    published = queries.editions()
    if not published:
        return render(request, "portal/empty.html", {"editions": published})
    edition = queries.edition_of(published, _year(request))
    standard = standard_of(edition.standard)
    asked = list(dict.fromkeys(one for name in PLACES if (one := request.GET.get(name, "").strip()[:30])))
    every = queries.whole_counties(edition)
    counties = [one for code in asked for one in every if one.code == code]
    schools = [] if counties else queries.some_schools(edition, [one for one in asked if "." in one])
    table = schools_beside(edition, standard, schools) if schools else counties_beside(edition, standard, counties)
    if (file := table_response(request, table, f"{say(table.title)} {edition.slug}")) is not None:
        return file
    keys = [one.code for one in counties] or [f"{one.code}.{one.section}" for one in schools]
    names = [say(one.name) for one in counties] or [f"{one.name} {section_name(one.section)}" for one in schools]
    rest = [] if schools or len(keys) >= len(PLACES) else [one for one in every if one.code not in keys]
    context: dict[str, Any] = {
        "editions": published,
        "edition": edition,
        "chosen": [
            {"name": name, "href": _link(edition, [k for k in keys if k != key])}
            for key, name in zip(keys, names, strict=True)
        ],
        "more": [{"name": say(one.name), "href": _link(edition, [*keys, one.code])} for one in rest],
        "years": [(one, _link(one, keys)) for one in published],
        "schools": schools,
        "rows": _rows(table) if keys else [],
        "heads": [heading(one, language()) for one in table.columns],
        "offer": links(request, table),
    }
    return dated(render(request, "portal/compare.html", context), published)


def _year(request: HttpRequest) -> Which | None:
    year = request.GET.get("year", "")
    return Which(int(year)) if year.isascii() and year.isdigit() and len(year) == 4 else None  # noqa: PLR2004 - digits of a year


def _link(edition: Edition, keys: list[str]) -> str:
    return "?" + urlencode({"year": edition.year, **dict(zip(PLACES, keys, strict=False))})


def _rows(table: Table) -> list[dict[str, Any]]:
    texts = grid(table, language())
    return [
        {"cells": cells, "differs": differs(row), "sign": _("不同") if differs(row) else ""}
        for row, cells in zip(table.rows, texts, strict=True)
    ]
