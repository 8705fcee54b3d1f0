"""The desk: what waits for this person, and who has the rest."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, signed_in
from junheng.web.accounts.menu import menu_of
from junheng.web.accounts.reach import Actor
from junheng.web.reporting import queries
from junheng.web.reporting.lifecycle import who_next, why_not
from junheng.web.reporting.models import State
from junheng.web.reporting.timing import closed, closed_to


@signed_in
@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    mine = [_own(actor, one) for one in queries.mine(actor)] if actor.may("report.fill") else []
    context: dict[str, Any] = {
        "todo": [one for one in mine if one["mine"]],
        "elsewhere": [one for one in mine if not one["mine"]],
        "reviews": _reviews(actor),
        "corrections": queries.corrections_waiting(actor) if actor.may("report.review") else 0,
        "links": [one for one in menu_of(request) if not one["here"]],
        "jobs": queries.running_jobs(actor),
    }
    context["nothing"] = not (mine or context["reviews"] or context["corrections"] or context["jobs"])
    return render(request, "reporting/desk.html", context)


def _own(actor: Actor, one: Any) -> dict[str, Any]:
    shut = closed_to(one)
    waits = shut is None and one.state in queries.WAITING
    return {
        "submission": one,
        "mine": waits,
        "next": who_next(one),
        "why_not": None if waits else shut or why_not(actor, one, "draft"),
        "calls": one.calls[:1] if one.state in queries.WAITING else [],
        "remarks": one.remarked if one.state == State.RETURNED else 0,
    }


def _reviews(actor: Actor) -> list[dict[str, Any]]:
    """What this person reviews, by round: schools for a county, counties for the city."""
    if not actor.may("report.review"):
        return []
    kind = "county" if actor.may("round.manage") else "school"
    return [
        {
            "round": held,
            "waiting": counts[f"{kind}.{State.SUBMITTED}"],
            "missing": sum(counts[f"{one}.{State.MISSING}"] for one in ("school", "county")),
            "drafts": sum(counts[f"{one}.{state}"] for one in ("school", "county") for state in ("draft", "returned")),
            "approved": sum(counts[f"{one}.{State.APPROVED}"] for one in ("school", "county")),
            "all": sum(counts.values()),
            "closed": closed(held),
        }
        for held, counts in queries.below(actor, "report.review").items()
    ]
