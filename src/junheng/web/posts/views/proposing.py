"""Posts authorised, shared out anew, moved with people: each page puts a decision forward."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal, refuse_all
from junheng.web.personnel.queries import schools_of
from junheng.web.portal.tables import offer
from junheng.web.portal.words import own_name
from junheng.web.posts import queries
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.listed import proposal_table
from junheng.web.posts.marked import given_out
from junheng.web.posts.models import DecisionKind, PostsDecision
from junheng.web.posts.moving import ROWS, moves_in
from junheng.web.posts.opened import opened
from junheng.web.posts.proposing import Proposal, proposal
from junheng.web.posts.reading import authorised_in, authorised_of


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def authorise(request: HttpRequest, code: str) -> HttpResponse:
    """Posts as authorised: from a file, or from the schools of the newest rotation."""
    place = queries.county(actor_of(request), code, "staff.edit")
    context: dict[str, Any] = {"place": place, "round": queries.latest_round(place), "typed": request.POST}
    if request.method == "POST":
        try:
            return redirect("posts-decision", _authorised(request, place).pk)
        except Refusal as fault:
            return render(request, "posts/authorise.html", {**context, "fault": fault.why}, status=fault.status)
    return render(request, "posts/authorise.html", context)


def _authorised(request: HttpRequest, place: Organisation) -> PostsDecision:
    file = request.FILES.get("file")
    if request.POST.get("do") == "round" and (of := queries.latest_round(place)) is not None:
        lines = authorised_of(of)
    elif file is None:
        raise Refusal("请选择文件。", "Choose a file.", status=422)
    else:
        found = authorised_in(file.name or "", file.read(), {one: at.name for one, at in schools_of(place).items()})
        refuse_all(found.faults)
        lines = found.lines
    document = request.POST.get("document", "")
    return propose(actor_of(request), place.code, DecisionKind.AUTHORISED, lines, document)


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def allotted(request: HttpRequest, code: str) -> HttpResponse:
    """The total shared out anew; with a form that puts it forward."""
    place = queries.county(actor_of(request), code, "staff.edit")
    said = request.POST if request.method == "POST" else request.GET
    keep = said.get("keep", "1") == "1"
    context: dict[str, Any] = {"place": place, "keep": keep, "typed": request.POST}
    try:
        held = opened(place)
        found = proposal(held, keep=keep)
    except Refusal as fault:
        return render(request, "posts/propose.html", {**context, "fault": fault.why}, status=fault.status)
    table = proposal_table(found.schools, found.shares, held.norms).with_notes(list(held.notes())[:1])
    if (file := given_out(request, [table], f"{own_name(place)} {table.title.zh}", held.made_up)) is not None:
        return file
    context |= {"held": held, "found": found, "table": offer(request, table)}
    if request.method == "POST":
        try:
            return redirect("posts-decision", _put_forward(request, place, found, held.held.snapshot, keep).pk)
        except Refusal as fault:
            return render(request, "posts/propose.html", {**context, "fault": fault.why}, status=fault.status)
    return render(request, "posts/propose.html", context)


def _put_forward(
    request: HttpRequest, place: Organisation, found: Proposal, snapshot: str, keep: bool
) -> PostsDecision:
    grounds = {"snapshot": snapshot, "keep": keep, "lacking": list(found.lacking), "moved": found.moved}
    return propose(
        actor_of(request),
        place.code,
        DecisionKind.ALLOTMENT,
        found.lines,
        request.POST.get("document", ""),
        grounds=grounds,
    )


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def transferred(request: HttpRequest, code: str) -> HttpResponse:
    """People who change schools by competition or arrangement, with or without their posts."""
    place = queries.county(actor_of(request), code, "staff.edit")
    ledger, names = queries.held_ledger(place), {one: at.name for one, at in schools_of(place).items()}
    fault: Text | None = None
    if request.method == "POST":
        try:
            return redirect("posts-decision", _moved(request, place, names).pk)
        except Refusal as refused:
            fault = refused.why
    context = {
        "place": place,
        "ledger": ledger,
        "schools": [(one, names.get(one, one)) for one in ledger.accounts if one] if ledger else [],
        "rows": [
            {name: request.POST.get(f"{name}{at}", "") for name in ("from", "to", "staff", "posts")} | {"at": at}
            for at in range(1, ROWS + 1)
        ],
        "typed": request.POST,
        "fault": fault,
    }
    return render(request, "posts/transfer.html", context, status=422 if fault else 200)


def _moved(request: HttpRequest, place: Organisation, names: dict[str, str]) -> PostsDecision:
    found = moves_in(request.POST, names)
    refuse_all(found.faults)
    return propose(
        actor_of(request),
        place.code,
        found.kind,
        found.lines,
        request.POST.get("document", ""),
        round=found.round,
    )
