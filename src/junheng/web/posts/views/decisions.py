"""One decision: for whoever sees posts, and for whoever approves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.queries import schools_of
from junheng.web.portal.tables import offer
from junheng.web.posts import queries
from junheng.web.posts.actions.decide import approve, refuse, withdraw
from junheng.web.posts.actions.propose import undo
from junheng.web.posts.listed import SYNTHETIC, lines_table
from junheng.web.posts.marked import given_out
from junheng.web.posts.models import DecisionKind, DecisionState, PostsDecision
from junheng.web.posts.opened import opened
from junheng.web.posts.showing import decision_title


@needs("staff.see")
@never_cache
@require_safe
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """A decision school by school; who proposed and who decided it."""
    return _page(request, queries.decision_of(actor_of(request), decision_id))


def _page(
    request: HttpRequest, of: PostsDecision, fault: Text | None = None, status: int = 200, *, decides: bool = False
) -> HttpResponse:
    actor = actor_of(request)
    names = {code: one.name for code, one in schools_of(of.organisation).items()}
    try:
        needed = {one.code: one for one in opened(of.organisation).schools}
    except Refusal:
        needed = {}
    table = lines_table(of, names, needed)
    named, made_up = f"{of.organisation.name} {decision_title(of)}", SYNTHETIC if of.synthetic else None
    if (file := given_out(request, [table], named, made_up)) is not None:
        return file
    open_ = of.state == DecisionState.PROPOSED
    context = {
        "of": of,
        "place": of.organisation,
        "table": offer(request, table),
        "moved": sum(max(one["posts"], 0) for one in of.lines),
        "people": sum(max(one["staff"] or 0, 0) for one in of.lines),
        "decides": decides and open_,
        "own": of.proposed_by_id == actor.user_id,
        "withdraws": open_ and not decides and actor.may("staff.edit", of.organisation.path),
        "undoes": of.state == DecisionState.APPROVED
        and of.kind != DecisionKind.AUTHORISED
        and not decides
        and actor.may("staff.edit", of.organisation.path),
        "fault": fault,
    }
    return render(request, "posts/decision.html", context, status=status)


@needs("staff.edit")
@require_POST
def withdrawn(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take a proposal back."""
    withdraw(actor_of(request), decision_id)
    return redirect("posts-decision", decision_id)


@needs("staff.edit")
@require_POST
def undone(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Propose what takes an approved decision back."""
    of = queries.decision_of(actor_of(request), decision_id, "staff.edit")
    try:
        made = undo(actor_of(request), decision_id, request.POST.get("document", ""))
    except Refusal as fault:
        return _page(request, of, fault.why, fault.status)
    return redirect("posts-decision", made.pk)


@needs("staff.approve")
@never_cache
@require_safe
def approvals(request: HttpRequest) -> HttpResponse:
    """What waits for the actor, and what was decided."""
    actor = actor_of(request)
    context = {"waiting": queries.waiting(actor), "decisions": queries.decided(actor), "to": "posts-approval"}
    return render(request, "posts/approvals.html", context)


@needs("staff.approve")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: HttpRequest, decision_id: int) -> HttpResponse:
    """A proposal with its two buttons: ``do`` is approve or refuse."""
    actor = actor_of(request)
    of = queries.decision_of(actor, decision_id, "staff.approve")
    if request.method != "POST":
        return _page(request, of, decides=True)
    try:
        if request.POST.get("do") == "approve":
            approve(actor, decision_id)
        else:
            refuse(actor, decision_id, request.POST.get("reason", ""))
    except Refusal as fault:
        return _page(request, of, fault.why, fault.status, decides=True)
    messages.success(request, _("已办结。"))
    return redirect("posts-approvals")
