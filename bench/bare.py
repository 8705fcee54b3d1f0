# ruff: noqa: E402, S608 - Django has to be set up first; only names of columns are put into the questions
"""The page and the lists of ``serving.py`` as a bare Django project: raw SQL, no middleware, no ORM, no API framework.

What is the same: Django, its template engine, the template of the county page with its tags and its drawn charts, the
rows of the heat table, gzip; the page's bytes are equal to the last one, the lists hold equal values. What is left
out: every middleware (sessions, sign-in, messages, security headers, request log, locale), context processors, the
ORM, ETags, request limits, validation of the question and of the answer. ``JUNHENG_VAR`` or ``DATABASE_URL`` says
which database.
"""

import json
import os
from types import SimpleNamespace
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "bare_settings"

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

django.setup()
settings.MIDDLEWARE = []  # only now: allauth insists on its own while the project starts
application = WSGIHandler()

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.gzip import gzip_page

from junheng.policy import load_standard
from junheng.web.portal import heat
from junheng.web.portal.datasets import DATASETS
from junheng.web.portal.downloads import DOWNLOADS
from junheng.web.portal.frame import public_links
from junheng.web.portal.models import Edition
from junheng.web.portal.tables import FORMATS, link
from junheng.web.portal.trend import trend_rows
from junheng.web.portal.views import county as markup
from junheng.web.urls import urlpatterns as addresses

EDITION = "id, year, version, current, disclosure, standard, snapshot, synthetic"
STANDARD = load_standard("jiaodu-2017-6")
TITLES = ("counties", "indicators", "items", "schools")


def rows(sql: str, *given: Any, written: tuple[str, ...] = ()) -> list[Any]:
    """The rows of a query by column name; ``written`` columns hold JSON."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        names = [one[0] for one in cursor.description]
        found = [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    for one in found:
        for name in written:
            setattr(one, name, json.loads(getattr(one, name)))
    return found


def editions() -> list[Any]:
    found = rows(f"SELECT {EDITION} FROM portal_edition WHERE current = %s ORDER BY year DESC", True)
    for one in found:
        one.slug, one.permanent = str(one.year), f"{one.year}-v{one.version}"
    return found


def chosen(year: int) -> tuple[list[Any], Any]:
    published = editions()
    edition = next((one for one in published if one.year == year), None)
    if edition is None:
        raise Http404
    return published, edition


def truth(value: Any) -> bool | None:
    return None if value is None else bool(value)


@gzip_page
def county(request: HttpRequest, year: int, code: str) -> HttpResponse:
    published, edition = chosen(year)
    columns = "id, code, name, state, resources, summary, indicators, detail"
    found = rows(
        f"SELECT {columns} FROM portal_county WHERE edition_id = %s AND code = %s",
        edition.id,
        code,
        written=("name", "summary", "indicators", "detail"),
    )
    if not found:
        raise Http404
    here = found[0]
    columns = 'code, name, section, pupils, passes, met, "values", marks, reasons, suppressed'
    schools = rows(
        f"SELECT {columns} FROM portal_school WHERE county_id = %s AND section <> '' ORDER BY section, code",
        here.id,
        written=("values", "marks", "reasons"),
    )
    for one in schools:
        one.passes = truth(one.passes)
    schools.sort(key=lambda one: STANDARD.sections.index(one.section))
    ask = heat.Ask.of(request.GET, (one.id for one in STANDARD.indicators))
    shown = heat.narrowed(schools, ask)
    context = {
        "request": request,
        "lang": "zh",
        "other_language": f"/en{request.get_full_path()}",
        "large": False,
        "public_links": public_links(),
        "editions": published,
        "edition": edition,
        "standard": STANDARD,
        "county": here,
        "sections": [markup._section(here, STANDARD, section) for section in STANDARD.sections],
        "domains": [markup._domain(here, domain) for domain in markup.DOMAINS],
        "ask": ask,
        "columns": markup._columns(STANDARD, edition.year),
        "shown": len(shown),
        "total": len(schools),
        "rows": heat.rows(shown, (one.id for one in STANDARD.indicators), edition),
        "failing": [one for one in schools if one.passes is False],
        "trend": trend_rows(years_of(code, published), STANDARD),
        "downloads": DOWNLOADS,
        "number": record_number(edition, code),
        "offers": {
            one.id: {
                "table": {"title": {"zh": f"{here.name['zh']}{OFFERED[one.id].zh}"}},
                "links": [(kind, link(request, one.id, kind.id)) for kind in FORMATS.values()],
            }
            for one in DATASETS
        },
        "secret": sum(one.suppressed for one in schools),
    }
    return render(request, "portal/county.html", context)


def record_number(edition: Any, code: str) -> str:
    found = rows(
        "SELECT r.number FROM verdicts_record r JOIN accounts_organisation o ON o.id = r.organisation_id "
        "WHERE r.year = %s AND o.code = %s ORDER BY r.nth DESC LIMIT 1",
        edition.year,
        code,
    )
    return str(found[0].number) if found else ""


def years_of(code: str, published: list[Any]) -> list[Any]:
    of = {one.id: one for one in published}
    found = rows(
        "SELECT c.edition_id, c.code, c.name, c.state, c.summary, c.indicators FROM portal_county c "
        "JOIN portal_edition e ON e.id = c.edition_id WHERE e.current = %s AND c.code = %s ORDER BY e.year",
        True,
        code,
        written=("name", "summary", "indicators"),
    )
    for one in found:
        one.edition = of[one.edition_id]
    return found


def titles() -> dict[str, Any]:
    """The titles of the tables a county page offers: fixed words."""
    edition = Edition(year=2025, standard="", snapshot="", synthetic=True)
    return {one.id: one.make(edition, STANDARD, []).title for one in DATASETS}


OFFERED = titles()


def written(held: Any) -> HttpResponse:
    return HttpResponse(json.dumps(held, ensure_ascii=False), content_type="application/json; charset=utf-8")


def paged(total: int, limit: int, items: list[Any]) -> HttpResponse:
    return written({"total": total, "limit": limit, "offset": 0, "next": None, "previous": None, "items": items})


def counties_json(request: HttpRequest, year: int) -> HttpResponse:
    limit = int(request.GET.get("limit", "50"))
    edition = chosen(year)[1]
    found = rows(
        "SELECT code, name, state, resources, summary FROM portal_county WHERE edition_id = %s ORDER BY position",
        edition.id,
        written=("name", "summary"),
    )
    items = [
        {
            "county_code": one.code,
            "county": one.name,
            "state": one.state,
            "resources": one.resources,
            **{name: one.summary[name] for name in ("sections", "dispersions", "domains", "reasons")},
            "unreported": one.summary.get("unreported", 0),
        }
        for one in found[:limit]
    ]
    return paged(len(found), limit, items)


def schools_json(request: HttpRequest, year: int) -> HttpResponse:
    limit = int(request.GET.get("limit", "50"))
    edition, county_code = chosen(year)[1], request.GET["county"]
    where = "FROM portal_school s JOIN portal_county c ON c.id = s.county_id WHERE c.edition_id = %s AND c.code = %s"
    found = rows(
        "SELECT s.code, s.name, c.code AS county_code, c.name AS county, s.section, s.pupils, s.passes, s.met, "
        f's."values", s.marks, s.reasons, s.suppressed {where} ORDER BY c.position, s.section, s.code LIMIT %s',
        edition.id,
        county_code,
        limit,
        written=("county", "values", "marks", "reasons"),
    )
    total = rows(f"SELECT count(*) AS n {where}", edition.id, county_code)[0].n
    return paged(total, limit, [school(one) for one in found])


def school(one: Any) -> dict[str, Any]:
    hidden, passes = bool(one.suppressed), truth(one.passes)
    return {
        "school_code": one.code,
        "school_name": one.name,
        "county_code": one.county_code,
        "county": one.county,
        "section": one.section,
        "pupils": value(one.pupils, hidden, bool(one.section)),
        "state": "not_judged" if passes is None else "met" if passes else "not_met",
        "met": one.met,
        "values": {
            name: value(held, hidden or one.marks.get(name) == "suppressed") for name, held in one.values.items()
        },
        "reasons": one.reasons,
        "suppressed": hidden,
    }


def value(number: float | None, hidden: bool, applies: bool = True) -> dict[str, Any]:
    if hidden:
        return {"value": None, "state": "suppressed"}
    if number is not None:
        return {"value": number, "state": "value"}
    return {"value": None, "state": "not_reported" if applies else "not_applicable"}


urlpatterns = [
    path("<int:year>/county/<str:code>/", county),
    path("api/v1/editions/<int:year>/counties", counties_json),
    path("api/v1/editions/<int:year>/schools", schools_json),
    *addresses,  # so that the template can name the other pages
]
