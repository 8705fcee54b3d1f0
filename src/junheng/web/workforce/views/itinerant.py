"""Shared teachers: the list of studies, and one with its plan."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.tables import offer
from junheng.web.portal.words import say
from junheng.web.posts.marked import given_out
from junheng.web.workforce import queries
from junheng.web.workforce.answering import names_of, sharing_tables
from junheng.web.workforce.listed import called, reasons, synthetic
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.routes import picture
from junheng.web.workforce.views.listing import listing
from junheng.web.workforce.views.studies import frame


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def itinerants(request: HttpRequest) -> HttpResponse:
    """The studies in reach."""
    return listing(request, StudyKind.ITINERANT)


@needs("staff.see")
@never_cache
@require_safe
def itinerant(request: HttpRequest, study_id: int) -> HttpResponse:
    """One plan: subjects, week, map, beside the way by hand; ``?teacher=`` draws one teacher's ways."""
    of = queries.study_of(actor_of(request), study_id, StudyKind.ITINERANT)
    context = frame(request, of)
    if of.result is None:
        return render(request, "workforce/itinerant.html", context)
    names, tables = names_of(of), {one.id: one for one in sharing_tables(of, of.result)}
    name = f"{of.organisation.name} {say(context['kind'])} {of.number}"
    if (file := given_out(request, tables.values(), name, synthetic(of))) is not None:
        return file
    context |= _shown(of, names, request.GET.get("teacher", ""))
    context["tables"] = {name: offer(request, one) for name, one in tables.items()}
    return render(request, "workforce/itinerant.html", context)


def _shown(of: WorkforceStudy, names: dict[str, str], teacher: str) -> dict[str, Any]:
    found: Any = of.result
    groups = [one for one in found["groups"] if not one["reason"]]
    teachers = [
        (one["teacher_id"], say(called(one["teacher_id"])), names.get(one["school_code"], "")) for one in found["loads"]
    ]
    return {
        "found": found,
        "km": sum(one["km"] for one in groups),
        "bound": sum(one["bound"] for one in groups),
        "posts": sum(one["posts"] for one in groups),
        "posts_bound": sum(one["posts_bound"] for one in groups),
        "travellers": sum(one["teachers"] for one in groups),
        "lessons": sum(one["lessons"] for one in groups),
        "hand_km": sum(one["by_hand"][1] for one in groups),
        "hand_posts": sum(one["by_hand"][0] for one in groups),
        "reasons": reasons(found, names),
        "picture": picture(of, found, names, teacher),
        "teachers": teachers,
        "teacher": teacher,
    }
