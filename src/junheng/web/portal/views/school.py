"""The school: who it is, its history, every value with formula, threshold and margin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.portal import queries
from junheng.web.portal.identity import identity
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import School
from junheng.web.portal.trend import history_rows


@require_safe
def school(request: HttpRequest, code: str) -> HttpResponse:
    """Two queries: the years, the school."""
    published = queries.editions()
    rows = queries.school_years(code)
    newest = rows[0]
    standard = standard_of(newest.county.edition.standard)
    return render(
        request,
        "portal/school.html",
        {
            "editions": published,
            "school": newest,
            "county": newest.county,
            "edition": newest.county.edition,
            "identity": identity(newest.county.edition, code),
            "standard": standard,
            "sections": [_section(rows, section, standard) for section in standard.sections if _has(rows, section)],
            "left_out": [one for one in rows if not one.section],
        },
    )


def _has(rows: list[School], section: str) -> bool:
    return any(one.section == section for one in rows)


def _section(rows: list[School], section: str, standard: Any) -> dict[str, Any]:
    years = [one for one in reversed(rows) if one.section == section]
    return {"id": section, "years": years, "rows": history_rows(rows, section, standard)}
