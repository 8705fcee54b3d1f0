"""The JSON twins of the city and county pages, in full precision."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.delivery import dated
from junheng.web.portal.models import County, Edition
from junheng.web.portal.slugs import Which


@public
@require_safe
def api_city(_request: HttpRequest, which: Which) -> HttpResponse:
    published = queries.editions()
    edition = queries.edition_of(published, which)
    counties = [{**_county(one), "summary": one.summary} for one in queries.counties(edition)]
    return dated(_json({**_edition(edition), "counties": counties}), published)


@public
@require_safe
def api_county(_request: HttpRequest, which: Which, code: str) -> HttpResponse:
    published = queries.editions()
    edition = queries.edition_of(published, which)
    county = queries.county(edition, code)
    schools = [
        {
            "school_code": one.code,
            "school_name": one.name,
            "section": one.section,
            "suppressed": one.suppressed,
            "pupils": one.pupils,
            "values": one.values,
            "passes": one.passes,
            "reasons": one.reasons,
        }
        for one in queries.schools(county)
    ]
    said = {
        **_edition(edition),
        **_county(county),
        "indicators": county.indicators,
        **county.detail,
        "schools": schools,
    }
    return dated(_json(said), published)


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "year": edition.year,
        "version": edition.version,
        "current": edition.current,
        "published_at": edition.published_at.isoformat(),
        "disclosure": edition.disclosure,
        "standard": edition.standard,
        "snapshot": edition.snapshot,
        "synthetic": edition.synthetic,
    }


def _county(county: County) -> dict[str, Any]:
    return {"county_code": county.code, "county": county.name, "state": county.state, "resources": county.resources}


def _json(content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})
