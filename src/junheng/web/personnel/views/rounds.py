"""The rounds: the list, a new one, one with its steps, its parameters."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.move_round import move_round
from junheng.web.personnel.actions.open_round import open_round
from junheng.web.personnel.actions.set_parameters import set_parameters
from junheng.web.personnel.asked import day_in
from junheng.web.personnel.given import lines, numbers, weights
from junheng.web.personnel.models import RotationRound, RoundState
from junheng.web.personnel.steps import steps
from junheng.web.workbench.asked import whole


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rotations(request: HttpRequest) -> HttpResponse:
    """The rounds in reach; with a form for whoever may open one."""
    if request.method != "POST":
        return _listed(request)
    try:
        day = day_in(request, "day")
        if day is None:
            raise Refusal("请填写日期。", "Give the day.", status=422)
        held = open_round(actor_of(request), request.POST.get("county", ""), whole(request, "year"), day)
    except Refusal as fault:
        return _listed(request, fault.why, fault.status)
    return redirect("rotation", held.pk)


def _listed(request: HttpRequest, fault: Text | None = None, status: int = 200) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    context = {
        "rounds": queries.rounds(actor),
        "counties": queries.counties(actor),
        "year": today.year,
        "day": statistics_day(today.year),
        "typed": request.POST,
        "fault": fault,
    }
    return render(request, "personnel/rotations.html", context, status=status)


@needs("staff.see")
@never_cache
@require_safe
def rotation(request: HttpRequest, round_id: int) -> HttpResponse:
    """One round: where it is, what comes next, its drafts and what was published."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id)
    drafts = queries.drafts(of)
    context: dict[str, Any] = {
        "round": of,
        "steps": steps(of),
        "edits": actor.may("staff.edit", of.organisation.path),
        "teachers": queries.teachers(actor, of).count(),
        "wished": queries.teachers(actor, of).filter(wishes__rank=1).count(),
        "asked": [one for one in numbers(of) if one.asked],
        "drafts": drafts,
        "comparable": [one for one in drafts if one.solved],
        "weights": weights(of),
        "publications": queries.publications(of),
        "today": timezone.localdate(),
    }
    return render(request, "personnel/rotation.html", context)


@needs("staff.edit")
@require_POST
def moved(request: HttpRequest, round_id: int) -> HttpResponse:
    """To the next step or back, by the name of the button."""
    asked = request.POST.get("state", "")
    if asked not in {RoundState.COLLECTING, RoundState.WISHES, RoundState.DRAFT}:
        raise Refusal("没有这样的状态。", "There is no such state.", status=422)
    until = day_in(request, "until")
    move_round(actor_of(request), round_id, RoundState(asked), revision=whole(request, "revision"), until=until)
    return redirect("rotation", round_id)


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def parameters(request: HttpRequest, round_id: int) -> HttpResponse:
    """The numbers of the rules with their sources; a form for whoever may fill them in."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id, "staff.edit" if request.method == "POST" else "staff.see")
    if request.method != "POST":
        return _numbers(request, of)
    try:
        set_parameters(actor, of.pk, request.POST, revision=whole(request, "revision"))
    except Refusal as fault:
        return _numbers(request, of, fault.why, fault.status)
    return redirect("rotation", of.pk)


def _numbers(request: HttpRequest, of: RotationRound, fault: Text | None = None, status: int = 200) -> HttpResponse:
    edits = actor_of(request).may("staff.edit", of.organisation.path) and of.state != RoundState.PUBLISHED
    context = {"round": of, "lines": lines(numbers(of), request.POST), "edits": edits, "fault": fault}
    return render(request, "personnel/parameters.html", context, status=status)
