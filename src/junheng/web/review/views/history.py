"""Everything that ever happened to one submission: versions, what differs between them, who did what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.reporting.lifecycle import who_next
from junheng.web.reporting.models import Version
from junheng.web.review import queries
from junheng.web.review.values import Line, differences


@needs("report.see")
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    held = queries.submission_of(actor_of(request), pk)
    versions = queries.versions_of(held)
    steps = queries.steps_of(held)
    old, new = _pair(versions, request.GET.get("old", ""), request.GET.get("new", ""))
    context: dict[str, Any] = {
        "held": held,
        "versions": versions,
        "old": old,
        "new": new,
        "changes": differences(queries.facts_of_version(old), queries.facts_of_version(new), new)
        if old and new
        else [],
        "steps": (steps := queries.steps_of(held)),
        "returned": {one.version_id for one in steps if one.verb == "return"},
        "corrections": queries.corrections_of(held),
        "next": who_next(held),
    }
    return render(request, "review/history.html", context)


def _pair(versions: list[Version], old: str, new: str) -> tuple[Version | None, Version | None]:
    """The two versions asked for, else the newest two; none when there is only one."""
    numbered = {str(one.number): one for one in versions}
    if old in numbered and new in numbered:
        return numbered[old], numbered[new]
    return (versions[1], versions[0]) if len(versions) > 1 else (None, None)


def _differences(old: Version, new: Version) -> list[tuple[Text, Line]]:
    return differences(queries.facts_of_version(old), queries.facts_of_version(new), new)
