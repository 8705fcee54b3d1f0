"""The counties in reach, and one county school by school."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.facts.codes import code_list
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.tables import links, offer
from junheng.web.portal.words import own_name
from junheng.web.posts import queries
from junheng.web.posts.given import numbers
from junheng.web.posts.listed import SYNTHETIC, counties_table, schools_table
from junheng.web.posts.marked import given_out
from junheng.web.posts.models import DecisionState
from junheng.web.posts.narrowing import KINDS, SORTS, Choice, chosen
from junheng.web.posts.opened import REPORTED, opened, opened_all


@needs("staff.see")
@never_cache
@require_safe
def counties(request: HttpRequest) -> HttpResponse:
    """Need, posts and staff of every county in reach."""
    places, edition = queries.counties(actor_of(request)), queries.edition()
    try:
        found = opened_all(places, edition)
    except Refusal as fault:
        return render(request, "posts/counties.html", {"fault": fault.why}, status=fault.status)
    rows = [(one.place.code, own_name(one.place), one.totals, one.ledger.pool if one.ledger else None) for one in found]
    notes = {note: None for one in found for note in one.notes() if note in {SYNTHETIC, REPORTED}}
    table = counties_table(rows, notes, found[0].source if found else "")
    if (file := given_out(request, [table], table.title.zh, found[0].made_up if found else None)) is not None:
        return file
    context = {
        "rows": list(zip(found, rows, strict=True)),
        "files": links(request, table),
        "edition": edition,
        "notes": [one for one in notes if one != SYNTHETIC],
    }
    return render(request, "posts/counties.html", context)


@needs("staff.see")
@never_cache
@require_safe
def county(request: HttpRequest, code: str) -> HttpResponse:
    """One county: the figures, its schools as asked for, what is not known, the decisions."""
    actor = actor_of(request)
    place = queries.county(actor, code)
    asked = Choice.of(request.GET)
    context: dict[str, Any] = {"place": place, "asked_for": asked, "edits": actor.may("staff.edit", place.path)}
    try:
        held = opened(place)
    except Refusal as fault:
        return render(request, "posts/county.html", {**context, "fault": fault.why}, status=fault.status)
    shown = chosen(held.schools, asked)
    table = schools_table(shown, held.norms, held.notes(), held.source)
    named = f"{own_name(place)} {held.held.year} {table.title.zh}"
    if (file := given_out(request, [table], named, held.made_up)) is not None:
        return file
    decisions = queries.decisions(place)
    context |= {
        "held": held,
        "totals": held.totals,
        "shown": shown,
        "table": offer(request, table),
        "unknown": [one for one in numbers(held.given, held.day) if one.asked and one.id.startswith("small.")],
        "sections": {one: code_list("sections").codes[one] for one in ("primary", "junior", "senior")},
        "sorts": SORTS,
        "kinds": KINDS,
        "waiting": [one for one in decisions if one.state == DecisionState.PROPOSED],
        "decisions": decisions[:10],
        "outlook": queries.outlook(place),
    }
    return render(request, "posts/county.html", context)
