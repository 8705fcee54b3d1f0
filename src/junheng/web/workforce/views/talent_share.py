"""One county's part of the talent programmes: read only, with the arithmetic of what is allotted to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.tables import offer
from junheng.web.portal.words import own_name, say
from junheng.web.posts.marked import given_out
from junheng.web.posts.queries import counties, county
from junheng.web.workforce import queries
from junheng.web.workforce.answering import share_tables
from junheng.web.workforce.listed import synthetic
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.programmes import allotment, counted
from junheng.web.workforce.steps import TITLES

SEE = "talent.see"


@needs(SEE)
@never_cache
@require_safe
def talent_shares(request: HttpRequest) -> HttpResponse:
    """The counties in reach; the only one opens at once."""
    places = counties(actor_of(request), SEE)
    if len(places) == 1:
        return redirect("talent-share", places[0].code)
    return render(request, "workforce/talent_shares.html", {"places": places})


@needs(SEE)
@never_cache
@require_safe
def talent_share(request: HttpRequest, code: str) -> HttpResponse:
    """What a county has of every programme, what is allotted to it and how, what it did."""
    place = county(actor_of(request), code, SEE)
    of = queries.talent_of(place)
    context: dict[str, Any] = {"place": place, "study": of}
    if of is None:
        return render(request, "workforce/talent_share.html", context)
    found = counted(of)
    if isinstance(found, Text):
        return render(request, "workforce/talent_share.html", context | {"why": found})
    tables = {one.id: one for one in share_tables(of, found, place.code)}
    name = f"{own_name(place)} {say(TITLES[StudyKind.TALENT])}"
    if (file := given_out(request, tables.values(), name, synthetic(of))) is not None:
        return file
    context |= {
        "latest": _latest(tables["programmes"]),
        "training": tables["training"].rows[-1] if tables["training"].rows else None,
        "made": allotment(of, found, place.code),
        "tables": {name: offer(request, one) for name, one in tables.items()},
    }
    return render(request, "workforce/talent_share.html", context)


def _latest(table: Table) -> list[dict[str, Any]]:
    """The newest row of each programme under the ids of the columns."""
    ids = [one.id for one in table.columns]
    return list({row[0]: dict(zip(ids, row, strict=True)) for row in table.rows}.values())
