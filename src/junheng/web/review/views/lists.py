"""What waits for review, and approving several clean ones at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.words import say
from junheng.web.reporting.lifecycle import who_next, why_not
from junheng.web.reporting.models import Round, State, Submission
from junheng.web.review import queries
from junheng.web.review.actions.approve import approve_many, clean
from junheng.web.review.paging import page_of
from junheng.web.review.waiting import waited
from junheng.web.review.words import state_name

TOLD = 10
"""Refused ones named in the answer to a bulk approval."""


@needs("report.review")
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rounds = queries.rounds()
    held = _chosen(rounds, request.GET.get("round", ""))
    asked = {name: request.GET.get(name, "").strip() for name in ("state", "county", "text")}
    if asked["state"] not in State.values:
        asked["state"] = "" if "state" in request.GET else State.SUBMITTED
    page = page_of(queries.to_review(actor, held=held, **asked), request.GET.get("page"))
    counts = queries.state_counts(actor, held)
    context: dict[str, Any] = {
        "rounds": rounds,
        "round": held,
        "asked": asked,
        "page": page,
        "rows": [_row(request, one) for one in page],
        "counts": [(one, state_name(one), counts[one]) for one in State.values],
        "total": sum(counts.values()),
        "counties": queries.counties_in_reach(actor),
        "query": _query(request),
    }
    return render(request, "review/list.html", context)


@needs("report.review")
@require_POST
def approve_chosen(request: HttpRequest) -> HttpResponse:
    chosen = [
        (int(one), int(revision))
        for one, _colon, revision in (held.partition(":") for held in request.POST.getlist("chosen"))
        if one.isdecimal() and revision.isdecimal()
    ]
    if not chosen:
        messages.warning(request, _("没有勾选任何一份。"))
        return redirect("review-list")
    outcome = approve_many(actor_of(request), chosen)
    if outcome.done:
        messages.success(request, _("已审核通过 %(done)s 份。") % {"done": outcome.done})
    for name, why in outcome.left[:TOLD]:
        messages.error(request, f"{name}：{say(why)}")
    if len(outcome.left) > TOLD:
        messages.error(request, _("另有 %(rest)s 份没有通过。") % {"rest": len(outcome.left) - TOLD})
    return redirect("review-list")


def _chosen(rounds: list[Round], asked: str) -> Round | None:
    """The round that was asked for, else the newest that is under way, else the newest."""
    named = [one for one in rounds if str(one.year) == asked]
    under_way = [one for one in rounds if one.state in {"open", "frozen"}]
    return next(iter([*named, *under_way, *rounds]), None)


def _row(request: HttpRequest, one: Submission) -> dict[str, Any]:
    refusal = why_not(actor_of(request), one, "approve") if one.state == State.SUBMITTED else None
    counts = one.current.receipt.get("counts", {}) if one.current else {}
    return {
        "held": one,
        "state": state_name(one.state),
        "waited": waited(one.changed) if one.state == State.SUBMITTED else None,
        "warned": counts.get("warned", 0),
        "blank": max(one.current.asked - one.current.given, 0) if one.current else 0,
        "bulk": one.state == State.SUBMITTED and refusal is None and clean(one),
        "refusal": refusal,
        "next": who_next(one),
    }


def _query(request: HttpRequest) -> str:
    """What was asked for besides the page, to be put into the links to other pages."""
    held = request.GET.copy()
    held.pop("page", None)
    return held.urlencode()
