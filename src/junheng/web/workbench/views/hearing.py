"""For everybody: the plans in hearing and adopted, one plan with what changes for an address, and its files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from junheng.publish.table import Table
from junheng.web.accounts.access import public
from junheng.web.portal.delivery import delivered
from junheng.web.portal.tables import files_response, links, offer
from junheng.web.workbench import hearing, queries
from junheng.web.workbench.exports import geojson, shapefile
from junheng.web.workbench.mapped import around, mapped

FILES = {"zones.geojson": "application/geo+json", "zones.zip": "application/zip"}


@public
@delivered
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    return render(request, "workbench/hearings.html", {"plans": queries.public_plans()})


@public
@delivered
@require_safe
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One plan: ``?q=`` looks for an address, ``?area=`` names one."""
    held, land, editing = hearing.opened_plan(plan_id)
    zones, areas = hearing.zones_table(held, land, editing), hearing.areas_table(held, land, editing)
    if (file := files_response(request, [zones, areas], f"{held.organisation.name} {held.name}")) is not None:
        return file
    mine = hearing.address(land, editing, request.GET.get("area", ""))
    words = request.GET.get("q", "")
    found = hearing.addresses(land, editing, words)
    shown = mapped(held, editing)
    context: dict[str, Any] = {
        "plan": held,
        "headline": hearing.headline(held, land, editing),
        "map": shown,
        "mine": mine,
        "inset": around(held, shown, mine.at) if mine else None,
        "words": words,
        "found": found[: hearing.FOUND],
        "more": max(0, len(found) - hearing.FOUND),
        "zones": offer(request, zones.keeping(("school", "areas", "pupils", "seats", "arriving", "metres"))),
        "areas": links(request, areas),
        "described": hearing.described(land, editing),
        "files": list(FILES),
    }
    return render(request, "workbench/hearing.html", context)


@public
@require_safe
def plan_file(_request: HttpRequest, plan_id: int, what: str) -> HttpResponse:
    """The zones as a file for maps."""
    if what not in FILES:
        raise Http404
    held, land, editing = hearing.opened_plan(plan_id)
    table: Table = hearing.zones_table(held, land, editing)
    made = (geojson if what == "zones.geojson" else shapefile)(land, editing, table)
    answer = HttpResponse(made, content_type=FILES[what])
    name = f"{held.organisation.name} {held.name}{what.removeprefix('zones')}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
