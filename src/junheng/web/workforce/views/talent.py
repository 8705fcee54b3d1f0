"""Talent programmes: the list of studies, one beside the targets of article 7."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.tables import offer
from junheng.web.portal.words import say
from junheng.web.posts.marked import given_out
from junheng.web.workforce import queries
from junheng.web.workforce.answering import talent_tables
from junheng.web.workforce.listed import synthetic
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.programmes import counted
from junheng.web.workforce.views.listing import listing
from junheng.web.workforce.views.studies import frame


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def talents(request: HttpRequest) -> HttpResponse:
    """The studies in reach."""
    return listing(request, StudyKind.TALENT)


@needs("staff.see")
@never_cache
@require_safe
def talent(request: HttpRequest, study_id: int) -> HttpResponse:
    """Counts, targets, allotments; as of today."""
    of = queries.study_of(actor_of(request), study_id, StudyKind.TALENT)
    context = frame(request, of)
    if not of.tables:
        return render(request, "workforce/talent.html", context)
    found = counted(of)
    if isinstance(found, Text):
        return render(request, "workforce/talent.html", context | {"why": found})
    tables = {one.id: one for one in talent_tables(of, found)}
    name = f"{of.organisation.name} {say(context['kind'])}"
    if (file := given_out(request, tables.values(), name, synthetic(of))) is not None:
        return file
    context |= {
        "found": found,
        "latest": _latest(found["programmes"]),
        "training": found["trainings"][-1] if found["trainings"] else None,
        "tables": {name: offer(request, one) for name, one in tables.items()},
    }
    return render(request, "workforce/talent.html", context)


def _latest(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The newest row of each programme."""
    return list({one["programme"]: one for one in rows}.values())
