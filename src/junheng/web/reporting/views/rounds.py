"""The rounds: the list, a new one, one with what can be changed about it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from junheng.policy import standards, statistics_day
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import queries
from junheng.web.reporting.actions.change_round import ask_newcomers, change_deadline, freeze_round, reopen_round
from junheng.web.reporting.actions.open_round import open_round
from junheng.web.reporting.models import Round
from junheng.web.reporting.timing import closed


@needs("report.see")
@never_cache
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rows = [{"round": one, "closed": closed(one), "day": statistics_day(one.year)} for one in queries.rounds()]
    return render(request, "reporting/rounds.html", {"rows": rows, "manages": actor.may("round.manage")})


@needs("round.manage")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: HttpRequest) -> HttpResponse:
    year = timezone.localdate().year
    typed: dict[str, Any] = {"year": year, "opens": f"{year}-09-01T08:00", "deadline": f"{year}-10-15T18:00"}
    typed |= {"standard": "jiaodu-2017-6"}
    context: dict[str, Any] = {"standards": standards(), "typed": typed, "faults": {}}
    if request.method == "POST":
        context["typed"], context["faults"] = request.POST, _faults(request)
        if not context["faults"]:
            try:
                return redirect("round", _opened(request).pk)
            except Refusal as refusal:
                if refusal.status == 403:  # noqa: PLR2004
                    raise
                context["refusal"] = refusal.why
    status = 422 if context["faults"] or context.get("refusal") else 200
    return render(request, "reporting/round_new.html", context, status=status)


def _opened(request: HttpRequest) -> Round:
    post = request.POST
    opens, deadline = (moment_of(post.get(name, "")) for name in ("opens", "deadline"))
    assert opens is not None and deadline is not None  # noqa: S101, PT018 - asked in _faults
    held = open_round(actor_of(request), int(post["year"]), opens, deadline, post.get("standard", ""))
    messages.success(request, _("批次已建立，应报名单已生成。"))
    return held


def _faults(request: HttpRequest) -> dict[str, str]:
    faults = {}
    if not request.POST.get("year", "").isascii() or not request.POST.get("year", "").isdecimal():
        faults["year"] = _("学年写成四位年份，如2025。")
    for name in ("opens", "deadline"):
        if moment_of(request.POST.get(name, "")) is None:
            faults[name] = _("请填写日期和时间，如2025-10-15 18:00。")
    return faults


@needs("round.manage")
@never_cache
@require_safe
def round_page(request: HttpRequest, round_id: int) -> HttpResponse:
    held = queries.round_of(round_id)
    context = {"round": held, "closed": closed(held), "day": statistics_day(held.year)}
    return render(request, "reporting/round.html", {**context, "counts": dict(queries.round_counts().get(held.pk, {}))})


@needs("round.manage")
@require_POST
def round_change(request: HttpRequest, round_id: int) -> HttpResponse:
    """One of: ``deadline``, ``freeze``, ``reopen``, ``newcomers``."""
    actor, post = actor_of(request), request.POST
    seen: dict[str, Any] = {"revision": int(post["revision"]) if post.get("revision", "").isdecimal() else 0}
    reason, do = post.get("reason", ""), post.get("do")
    if do == "deadline":
        change_deadline(actor, round_id, _moment(post.get("deadline", "")), **seen, reason=reason)
    elif do == "reopen":
        reopen_round(actor, round_id, _moment(post.get("deadline", "")), **seen, reason=reason)
    elif do == "freeze":
        freeze_round(actor, round_id, **seen, reason=reason)
    elif do == "newcomers":
        ask_newcomers(actor, round_id, **seen)
    else:
        raise Refusal("没有这个操作。", "There is no such thing to do.", status=422)
    messages.success(request, _("批次已更新。"))
    return redirect("round", round_id)


def moment_of(text: str) -> datetime | None:
    """What a field for date and time says, in the site's time zone; None when it is none."""
    try:
        found = parse_datetime(text.strip().replace("T", " "))
    except ValueError:
        return None
    if found is None:
        return None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _moment(text: str) -> datetime:
    found = moment_of(text)
    if found is None:
        raise Refusal("请填写日期和时间。", "Give a date and a time.", status=422)
    return found
