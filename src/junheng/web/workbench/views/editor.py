"""The editor of zones: the map and its numbers; moves as a plain form or, with its script, without leaving the page.

Only this page runs a script of our own. Its policy says so, and says so of this page alone.
"""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.policy.text import Text
from junheng.seats.zoning.editing import Editing
from junheng.web.accounts.access import View, actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.words import say
from junheng.web.workbench import queries
from junheng.web.workbench.actions.lock_areas import lock_areas
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.actions.undo_move import redo_move, undo_move
from junheng.web.workbench.asked import whole
from junheng.web.workbench.comparing import compared
from junheng.web.workbench.editing import keep_open, opened
from junheng.web.workbench.mapped import data_of, mapped
from junheng.web.workbench.models import PlanState, ZonePlan
from junheng.web.workbench.showing import answer, columns

JSON = "application/json"
own_script: Callable[[View], View] = csp_update({"script-src": [SELF], "connect-src": [SELF]})  # type: ignore[assignment]
"""Scripts of this site may run on a page, and ask this site."""


@needs("plan.see")
@own_script
@never_cache
@require_safe
def editor(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The page of one plan; ``?with=`` lays another plan, or today's map, beside it."""
    actor = actor_of(request)
    plan = queries.plan_of(actor, plan_id)
    editing = opened(plan)
    shown = answer(plan, editing, whole=True)
    draws = plan.state == PlanState.DRAFT and actor.may("plan.draw", plan.organisation.path)
    others = queries.beside(actor, plan)
    context: dict[str, Any] = {
        "plan": plan,
        "shown": shown,
        "columns": columns(),
        "map": mapped(plan, editing, find=request.GET.get("q", "")),
        "data": data_of(plan, shown, draws=draws),
        "draws": draws,
        "hears": actor.may("plan.hear", plan.organisation.path),
        "class_norm": editing.board.class_norm,
        "others": others,
        "compared": compared(plan, editing, others, request.GET.get("with", "")),
        "find": request.GET.get("q", ""),
    }
    return render(request, "workbench/editor.html", context)


@needs("plan.draw")
@require_POST
def edit(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One change: ``do`` is move, undo, redo, lock or unlock; ``revision`` what the page showed.

    The script gets numbers or a refusal as JSON; a plain form goes back to the page.
    """
    wants_json = request.headers.get("accept") == JSON
    try:
        plan, editing = _done(request, plan_id)
    except Refusal as fault:
        if wants_json:
            return JsonResponse({"why": say(fault.why)}, status=fault.status)
        messages.error(request, say(fault.why))
        return redirect("zone-plan", plan_id)
    keep_open(plan, editing)
    return JsonResponse(answer(plan, editing)) if wants_json else redirect("zone-plan", plan_id)


def _done(request: HttpRequest, plan_id: int) -> tuple[ZonePlan, Editing]:
    actor, do, revision = actor_of(request), request.POST.get("do", ""), whole(request, "revision")
    areas = request.POST.getlist("areas")
    if do == "move":
        return move_areas(actor, plan_id, areas, request.POST.get("school", ""), revision=revision)
    if do in {"undo", "redo"}:
        return (undo_move if do == "undo" else redo_move)(actor, plan_id, revision=revision)
    if do in {"lock", "unlock"}:
        return lock_areas(actor, plan_id, areas, locked=do == "lock", revision=revision)
    why = Text("没有这样的操作。", "There is no such operation.")
    raise Refusal(why.zh, why.en, status=422)
