"""One submission before the reviewer: every value with its cell, and the decision."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from junheng.facts import Facts
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Kind
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.portal.words import own_name
from junheng.web.reporting import earlier
from junheng.web.reporting.lifecycle import who_next, why_not
from junheng.web.reporting.models import Submission
from junheng.web.review import queries
from junheng.web.review.actions.approve import approve
from junheng.web.review.actions.send_back import send_back
from junheng.web.review.judged import indicators
from junheng.web.review.notes import notes_of
from junheng.web.review.values import Sheet, sheets
from junheng.web.review.waiting import waited


@needs("report.review")
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    held = queries.submission_of(actor_of(request), pk, queries.REVIEW)
    return render(request, "review/submission.html", _context(request, held))


@needs("report.review")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve or return; what cannot be done is told on the page with everything that was typed still in it."""
    actor = actor_of(request)
    held = queries.submission_of(actor, pk, queries.REVIEW)
    revision, comment = _number(request.POST.get("revision", "")), request.POST.get("comment", "")
    try:
        if request.POST.get("do") == "approve":
            approve(actor, pk, revision=revision, comment=comment)
            messages.success(request, _("%(name)s 已审核通过。") % {"name": own_name(held.organisation)})
        else:
            notes = notes_of(request.POST.dict(), _sheets(held)) if held.revision == revision else []
            if held.revision != revision:
                raise Stale
            send_back(actor, pk, revision=revision, comment=comment, notes=notes)
            messages.success(
                request,
                _("已退回 %(name)s，标注 %(count)s 处。") % {"name": own_name(held.organisation), "count": len(notes)},
            )
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed):
            raise
        context = {**_context(request, held), "refused": refusal.why}
        return render(request, "review/submission.html", context, status=refusal.status)
    return redirect("review-list")


def _context(request: HttpRequest, held: Submission) -> dict[str, Any]:
    actor = actor_of(request)
    shown = _sheets(held)
    receipt = held.current.receipt if held.current else {}
    facts = queries.facts_of_version(held.current) if held.current else None
    return {
        "held": held,
        "version": held.current,
        "older": queries.version_before(held.current) if held.current else None,
        "sheets": shown,
        "typed": request.POST.dict(),
        "counts": receipt.get("counts", {}),
        "loose": [one for one in receipt.get("findings", ()) if not one.get("cell")],
        "findings": receipt.get("findings", ()),
        "indicators": _indicators(held, facts),
        "waited": waited(held.changed),
        "next": who_next(held),
        "cannot_approve": why_not(actor, held, "approve"),
        "cannot_return": why_not(actor, held, "return"),
        "kept": queries.kept_as_it_was(held),
        "steps": queries.steps_of(held),
    }


def _sheets(held: Submission) -> list[Sheet]:
    if held.current is None:
        return []
    older = queries.version_before(held.current)
    return sheets(
        queries.facts_of_version(held.current),
        held.current,
        last_year=earlier.last_year(held),
        older=queries.facts_of_version(older) if older else None,
        remarks=queries.standing_remarks(held),
        kept=queries.kept_as_it_was(held),
    )


def _indicators(held: Submission, facts: Facts | None) -> list[Any]:
    return indicators(facts, held.round.standard) if facts and held.organisation.kind == Kind.SCHOOL else []


def _number(text: str) -> int:
    """The revision a form says; one that says none is of no state there ever was."""
    return int(text) if text.isdecimal() else -1
