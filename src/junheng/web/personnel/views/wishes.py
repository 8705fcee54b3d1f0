"""Wishes: the teachers of a school, or of a county, and the ranked wishes of one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.paging import page_of
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.set_wishes import MOST, set_wishes
from junheng.web.personnel.listed import transfers_table
from junheng.web.personnel.models import RotationRound, RoundState
from junheng.web.personnel.offered import offer
from junheng.web.portal.tables import files_response
from junheng.web.portal.tables import offer as offered_table


@needs("staff.wish")
@never_cache
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds with teachers of one's own."""
    return render(request, "personnel/wish_rounds.html", {"rounds": queries.wishing(actor_of(request))})


@needs("staff.wish")
@never_cache
@require_safe
def wishes(request: HttpRequest, round_id: int) -> HttpResponse:
    """The teachers one may record for, and what was published about them."""
    actor = actor_of(request)
    of = queries.wish_round(actor, round_id)
    rows = queries.teachers(actor, of, "staff.wish")
    words = request.GET.get("q", "")
    context: dict[str, Any] = {
        "round": of,
        "open": of.state == RoundState.WISHES,
        "page": page_of(request, queries.named(rows, words) if words.strip() else rows),
        "find": words,
    }
    made = queries.publication(of)
    if made is not None:
        table = transfers_table(queries.transfers(actor, made, "staff.wish"))
        if (file := files_response(request, [table], _file_name(of))) is not None:
            return file
        context |= {"published": made, "table": offered_table(request, table)}
    return render(request, "personnel/wishes.html", context)


def _file_name(of: RotationRound) -> str:
    return f"{of.organisation.name} {of.year} {_('交流去向')}"


@needs("staff.wish")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: HttpRequest, teacher_id: int) -> HttpResponse:
    """The wishes of one teacher, first things first."""
    if request.method != "POST":
        return _page(request, teacher_id)
    try:
        held = set_wishes(actor_of(request), teacher_id, request.POST.getlist("wish"))
    except Refusal as fault:
        return _page(request, teacher_id, fault.why, fault.status)
    messages.success(request, _("志愿已保存。"))
    return redirect("rotation-wishes", held.round_id)


def _page(request: HttpRequest, pk: int, fault: Text | None = None, status: int = 200) -> HttpResponse:
    of = queries.teacher_of(actor_of(request), pk, "staff.wish")
    held = request.POST.getlist("wish") if fault else [one.school for one in queries.wishes(of)]
    context = {
        "teacher": of,
        "round": of.round,
        "open": of.round.state == RoundState.WISHES,
        "wishes": [(rank, held[rank - 1] if rank <= len(held) else "") for rank in range(1, MOST + 1)],
        "offered": sorted(offer(of).fitting.items(), key=lambda one: one[1]),
        "fault": fault,
    }
    return render(request, "personnel/wish.html", context, status=status)
