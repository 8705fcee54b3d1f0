"""Corrections of what is locked: asked for, looked at by county and city, decided."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from junheng.facts import Facts
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.portal.words import say
from junheng.web.reporting import staging
from junheng.web.reporting.models import Correction, CorrectionState, Version
from junheng.web.reporting.queries import submission_of
from junheng.web.reporting.views.preview import show_preview
from junheng.web.review import queries
from junheng.web.review.actions.ask_correction import ask_correction
from junheng.web.review.actions.decide_correction import decide_correction
from junheng.web.review.deciding import DEEDS, who_next, why_not
from junheng.web.review.paging import page_of
from junheng.web.review.values import differences


@needs("report.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    state = request.GET.get("state", "")
    state = state if state in CorrectionState.values else ""
    page = page_of(queries.corrections(actor, state=state), request.GET.get("page"))
    text = request.GET.get("text", "").strip()
    may_ask = actor.may("report.correct")
    rows = [{"held": one, "next": who_next(one), "mine": any(_open(request, one).values())} for one in page]
    context = {
        "page": page,
        "rows": rows,
        "state": state,
        "states": CorrectionState.values,
        "text": text,
        "may_ask": may_ask,
        "correctable": queries.correctable(actor, text)[:20] if may_ask else [],
    }
    return render(request, "review/corrections.html", context)


@needs("report.correct")
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Turn a preview of a correction into the request for it."""
    token, reason = request.POST.get("token", ""), request.POST.get("reason", "")
    try:
        made = ask_correction(actor_of(request), token, reason=reason, checked="checked" in request.POST)
    except (NotAllowed, Refusal) as refusal:
        return _asked_again(request, token, refusal, reason)
    messages.success(request, _("更正申请已提出；批准之前，锁定的数据不变。"))
    return redirect("correction", made.pk)


def _asked_again(request: HttpRequest, token: str, refusal: Refusal, reason: str) -> HttpResponse:
    """The preview with what was typed; when that is gone too, the reason alone, to be taken along to the next."""
    actor = actor_of(request)
    try:
        submission = submission_of(actor, staging.open_staged(token, actor.user_id).said["submission"])
        return show_preview(request, submission, token, refusal=refusal, reason=reason)
    except Refusal:
        given = {"refused": refusal.why, "reason": reason}
        return render(request, "review/correction_refused.html", given, status=refusal.status)


@needs("report.see")
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    return _show(request, queries.correction_of(actor_of(request), pk))


@needs("report.see")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    actor, verb = actor_of(request), request.POST.get("do", "")
    held = queries.correction_of(actor, pk)
    if verb not in DEEDS:
        raise Http404
    given, answer = request.POST.get("revision", ""), request.POST.get("answer", "")
    try:
        decide_correction(actor, pk, verb, revision=int(given) if given.isdecimal() else -1, answer=answer)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _show(request, held, refusal, answer)
    messages.success(request, _("已办理：%(deed)s。") % {"deed": say(DEEDS[verb].title)})
    return redirect("correction", pk)


def _open(request: HttpRequest, one: Correction) -> dict[str, bool]:
    """What this person may do with it now."""
    return {verb: why_not(actor_of(request), one, verb) is None for verb in DEEDS}


def _show(request: HttpRequest, one: Correction, refusal: Refusal | None = None, answer: str = "") -> HttpResponse:
    actor = actor_of(request)
    base = queries.locked_before(one)
    waiting = one.state in queries.OPEN_CORRECTIONS
    main = "support" if one.state == CorrectionState.ASKED else "grant"
    context: dict[str, Any] = {
        "held": one,
        "base": base,
        "changes": differences(_facts_before(one, base), queries.facts_of_version(one.version), one.version),
        "next": who_next(one),
        "waiting": waiting,
        "may": _open(request, one),
        "main": DEEDS[main],
        "why_not": why_not(actor, one, main) if waiting else None,
        "refused": refusal.why if refusal else None,
        "answer": answer,
    }
    return render(request, "review/correction.html", context, status=refusal.status if refusal else 200)


def _facts_before(one: Correction, base: Version | None) -> Facts:
    """What was locked; nothing at all for who was missing then."""
    return queries.facts_of_version(base) if base else Facts.of(one.submission.round.year, {})
