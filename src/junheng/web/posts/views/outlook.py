"""Teachers of the years ahead: pictures and tables by subject, a form that looks again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.teachers import UnfitTablesError
from junheng.teachers.columns import vocabulary
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.faults import told
from junheng.web.portal.tables import offer
from junheng.web.portal.words import own_name, say
from junheng.web.posts import queries
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.arriving import planned
from junheng.web.posts.foreseen import (
    SYNTHETIC,
    has_band,
    ordered,
    panels,
    retiring_table,
    subjects_table,
    years_of,
    years_table,
)
from junheng.web.posts.marked import given_out
from junheng.web.posts.models import Outlook
from junheng.web.posts.outlooking import FIRST


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def outlook(request: HttpRequest, code: str) -> HttpResponse:
    """The newest outlook of a county."""
    actor = actor_of(request)
    place = queries.county(actor, code, "staff.edit" if request.method == "POST" else "staff.see")
    if request.method != "POST":
        return _page(request, place)
    try:
        look_ahead(actor, code, [(one.name or "", one.read()) for one in request.FILES.getlist("files")])
    except Refusal as fault:
        return _page(request, place, status=fault.status, fault=fault.why)
    except UnfitTablesError as fault:
        return _page(request, place, status=422, **told(fault.faults))
    messages.success(request, _("已测算；只保存了人数。"))
    return redirect("posts-outlook", code)


def _page(request: HttpRequest, place: Organisation, *, status: int = 200, **said: Any) -> HttpResponse:
    of, newest = queries.outlook(place), queries.arrivals(place)
    context: dict[str, Any] = {
        "place": place,
        "of": of,
        "round": queries.latest_round(place),
        "edits": actor_of(request).may("staff.edit", place.path),
        "newer": of is not None and newest != of.arrivals,
        **said,
    }
    if of is not None:
        tables = [subjects_table(of), retiring_table(of), years_table(of)]
        if (
            file := given_out(request, tables, f"{own_name(place)} {of.year}", SYNTHETIC if of.synthetic else None)
        ) is not None:
            return file
        context |= _seen(request, of)
        context["tables"] = {one.id: offer(request, one) for one in tables}
    return render(request, "posts/outlook.html", context, status=status)


def _seen(request: HttpRequest, of: Outlook) -> dict[str, Any]:
    """Pictures of the subjects named first, or of the one asked for; what is not known."""
    asked = request.GET.get("subject", "")
    names = [(one["section"], one["subject"]) for one in ordered(of.result["subjects"])]
    chosen = [one for one in names if (one[1] == asked if asked else one[1] in FIRST)]
    subjects = vocabulary("subject")
    return {
        "panels": panels(of, chosen),
        "subjects": {one: say(subjects[one]) for one in dict.fromkeys(subject for _section, subject in names)},
        "asked": asked,
        "banded": has_band(of),
        "planned": planned(of.arrivals.lines if of.arrivals else (), years_of(of)),
        "unknown": [one for one in of.result["subjects"] if not one["judged"]],
    }
