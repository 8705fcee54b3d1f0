"""Posts authorised, shared out anew, moved with people: each page puts a decision forward."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.queries import schools_of
from junheng.web.portal.tables import offer
from junheng.web.portal.words import own_name
from junheng.web.posts import queries
from junheng.web.posts.actions.allot import propose_allotment
from junheng.web.posts.actions.authorise import authorise as put_authorised
from junheng.web.posts.actions.transfer import transfer
from junheng.web.posts.listed import proposal_table
from junheng.web.posts.marked import given_out
from junheng.web.posts.moving import ROWS
from junheng.web.posts.opened import opened
from junheng.web.posts.proposing import proposal


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def authorise(request: HttpRequest, code: str) -> HttpResponse:
    """Posts as authorised: from a file, or from the schools of the newest rotation."""
    place = queries.county(actor_of(request), code, "staff.edit")
    context: dict[str, Any] = {"place": place, "round": queries.latest_round(place), "typed": request.POST}
    if request.method == "POST":
        file, rotation = request.FILES.get("file"), request.POST.get("do") == "round"
        given = (file.name or "", file.read()) if file else None
        try:
            document = request.POST.get("document", "")
            made = put_authorised(actor_of(request), code, document, given, rotation=rotation)
        except Refusal as fault:
            return render(request, "posts/authorise.html", {**context, "fault": fault.why}, status=fault.status)
        return redirect("posts-decision", made.pk)
    return render(request, "posts/authorise.html", context)


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
            made = propose_allotment(actor_of(request), code, request.POST.get("document", ""), keep=keep)
        except Refusal as fault:
            return render(request, "posts/propose.html", {**context, "fault": fault.why}, status=fault.status)
        return redirect("posts-decision", made.pk)
    return render(request, "posts/propose.html", context)


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
            return redirect("posts-decision", transfer(actor_of(request), code, request.POST).pk)
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
