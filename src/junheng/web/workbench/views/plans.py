"""The plans of zones: the list, a new one, a copy, and the way to the hearing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench import queries
from junheng.web.workbench.actions.decide_plan import decide_plan
from junheng.web.workbench.actions.draw_plan import copy_plan, draw_plan
from junheng.web.workbench.actions.solve_zones import solve_zones
from junheng.web.workbench.asked import whole, within
from junheng.web.workbench.models import PlanState
from junheng.web.workbench.norms import SECTIONS
from junheng.web.workbench.solving import Wishes

LARGEST_CLASS, FARTHEST, LONGEST_SEARCH = 80, 100_000, 120
"""What the solver's form takes at most: pupils to a class, metres, seconds."""


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: HttpRequest) -> HttpResponse:
    """The list; with a form for whoever may draw."""
    if request.method != "POST":
        return _listed(request)
    try:
        base = queries.base_of(whole(request, "base"))
        given = request.POST
        held = draw_plan(
            actor_of(request), base, given.get("county", ""), given.get("section", ""), given.get("name", "")
        )
    except Refusal as fault:
        return _listed(request, fault.why, fault.status)
    return redirect("zone-plan", held.pk)


def _listed(request: HttpRequest, fault: Text | None = None, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "plans": queries.plans(actor),
        "draws": actor.may("plan.draw"),
        "bases": queries.bases(),
        "counties": queries.counties(actor, "plan.draw"),
        "sections": list(SECTIONS),
        "typed": request.POST,
        "fault": fault,
    }
    return render(request, "workbench/plans.html", context, status=status)


@needs("plan.draw")
@require_POST
def copied(request: HttpRequest, plan_id: int) -> HttpResponse:
    return redirect("zone-plan", copy_plan(actor_of(request), plan_id, request.POST.get("name", "")).pk)


@needs("plan.hear")
@require_POST
def decided(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Hearing, adoption or withdrawal, by the name of the button."""
    asked = request.POST.get("state", "")
    if asked not in {PlanState.HEARING, PlanState.ADOPTED, PlanState.WITHDRAWN}:
        raise Refusal("没有这样的状态。", "There is no such state.", status=422)
    reason = request.POST.get("reason", "")
    held = decide_plan(actor_of(request), plan_id, PlanState(asked), revision=whole(request, "revision"), reason=reason)
    messages.success(request, _("方案状态已更新。"))
    return redirect("zone-plan", held.pk)


@needs("plan.draw")
@require_POST
def solved(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Ask the solver; leads to the page of its job."""
    plan = queries.plan_of(actor_of(request), plan_id, "plan.draw")
    cap = request.POST.get("cap", "").strip()
    wishes = Wishes(
        class_size=within(request, "class_size", 1, LARGEST_CLASS),
        adding="adding" in request.POST,
        change_metres=within(request, "change_metres", 0, FARTHEST),
        cap=within(request, "cap", 1, FARTHEST) if cap else None,
        seconds=within(request, "seconds", 1, LONGEST_SEARCH),
    )
    return redirect("job", solve_zones(actor_of(request), plan.pk, wishes).pk)
