"""The school: who it is, its history, every value with formula, threshold and margin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.failed_items import failed_years
from junheng.web.portal.identity import identity
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import School
from junheng.web.portal.school_tables import school_values, school_years
from junheng.web.portal.slugs import Which
from junheng.web.portal.tables import files_response, links
from junheng.web.portal.trend import history_rows


@public
@require_safe
def school(request: HttpRequest, code: str, which: Which | None = None) -> HttpResponse:
    """Two queries: the years, the school; of an old version, as it stood in that one."""
    published = queries.editions()
    asked = queries.edition_of(published, which) if which else None
    rows = queries.school_years(code, asked, detail=True)
    newest = next(one for one in rows if asked is None or one.county.edition_id == asked.pk)
    standard = standard_of(newest.county.edition.standard)
    made = [school_years(rows, standard), school_values(rows, standard)] if any(one.section for one in rows) else []
    if (file := files_response(request, made, f"{newest.name} {newest.county.edition.slug}")) is not None:
        return file
    failed = failed_years(rows)
    return dated(
        render(
            request,
            "portal/school.html",
            {
                "editions": published,
                "school": newest,
                "county": newest.county,
                "edition": newest.county.edition,
                "failed": failed,
                "failed_any": any(one.items for one in failed.values()),
                "failed_now": bool(failed[newest.county_id].items),
                "identity": identity(newest.county.edition, code),
                "standard": standard,
                "sections": [_section(rows, section, standard) for section in standard.sections if _has(rows, section)],
                "offers": [links(request, one) for one in made],
                "left_out": [one for one in rows if not one.section],
            },
        ),
        published,
    )


def _has(rows: list[School], section: str) -> bool:
    return any(one.section == section for one in rows)


def _section(rows: list[School], section: str, standard: Any) -> dict[str, Any]:
    years = [one for one in reversed(rows) if one.section == section]
    return {"id": section, "years": years, "rows": history_rows(rows, section, standard)}
