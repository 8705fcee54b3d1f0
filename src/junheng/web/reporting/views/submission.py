"""One submission: where it stands, who acts next and why not me, what happened, what may be done."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.facts.contracts import contract
from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.words import language
from junheng.web.reporting import queries
from junheng.web.reporting.actions.submit import submit, withdraw
from junheng.web.reporting.changes import part_name
from junheng.web.reporting.earlier import current_facts
from junheng.web.reporting.form import tables_of
from junheng.web.reporting.lifecycle import who_next, why_not
from junheng.web.reporting.models import Remark, Step, Submission
from junheng.web.reporting.pointing import pointers
from junheng.web.reporting.reading import lines_of
from junheng.web.reporting.receipts import WAYS
from junheng.web.reporting.timing import closed_to
from junheng.web.reporting.unchanged import Unchanged, due, unchanged


@needs("report.see")
@never_cache
@require_safe
def submission(request: HttpRequest, submission_id: int) -> HttpResponse:
    return _page(request, queries.submission_of(actor_of(request), submission_id))


def _page(request: HttpRequest, held: Submission, refused: Refusal | None = None) -> HttpResponse:
    actor = actor_of(request)
    steps, versions = queries.steps_of(held), queries.versions_of(held)
    shut = closed_to(held)
    returned = next((one for one in steps if one.verb == "return"), None)
    remarks = due(held, returned)
    may = {verb: (shut or why_not(actor, held, verb)) for verb in ("draft", "submit", "withdraw")}
    may["submit"] = may["submit"] or _nothing_new(held, returned)
    context: dict[str, Any] = {
        "held": held,
        "steps": steps,
        "versions": [{"version": one, "way": WAYS[one.way], "current": one.pk == held.current_id} for one in versions],
        "next": who_next(held),
        "closed": shut,
        "may": {verb: why is None for verb, why in may.items()},
        "why_not": may["draft"] if may["draft"] and may["submit"] else None,
        "remarks": _pointed(held, remarks),
        "calls": queries.reminders_of(held),
        "may_correct": _may_correct(actor, held),
        "tables": tables_of(held.organisation),
        "lacking": _lacking(held) if may["submit"] is None else [],
        "unchanged": unchanged(held, returned) if may["submit"] is None else [],
        "refused": refused.why if refused else None,
        "comment": request.POST.get("comment", ""),
    }
    return render(request, "reporting/submission.html", context, status=refused.status if refused else 200)


def _pointed(held: Submission, remarks: list[Remark]) -> list[tuple[Remark, str]]:
    """Each remark with the address of the field it is about in the typing form, if it is about one."""
    found = pointers(held, remarks)
    return [(one, found.get(one.pk, "")) for one in remarks]


def _nothing_new(held: Submission, returned: Step | None) -> Text | None:
    """Why there is nothing to hand in: no version, or only the one that was returned."""
    if held.current is None:
        return Text("还没有可提交的数据。", "There is nothing to hand in yet.")
    if returned is not None and returned.version_id == held.current_id:
        return Text("退回的这一版须改后重报。", "The version that was returned has to be mended first.")
    return None


def _lacking(held: Submission) -> list[dict[str, Any]]:
    """The tables of which something is asked that was not given."""
    facts = current_facts(held)
    if facts is None:
        return []
    board = lines_of(facts, held.organisation)
    return [
        {**row, "title": contract(row["table"]).title, "part": part_name(row["section"], language())}
        for row in board.iter_rows(named=True)
        if row["given"] < row["asked"]
    ]


def _may_correct(actor: Actor, held: Submission) -> bool:
    return held.round.state == "locked" and actor.may("report.correct", held.organisation.path)


@needs("report.see")
@require_POST
def submission_submit(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Hand it in; what was returned and is as it was has to be confirmed on the page that comes back."""
    actor = actor_of(request)
    try:
        submit(actor, submission_id, **seen(request), unchanged=request.POST.get("unchanged") == "yes")
    except Unchanged as refused:
        return _page(request, queries.submission_of(actor, submission_id), refused)
    messages.success(request, _("已提交，等待审核。回执可打印或下载。"))
    return redirect("submission", submission_id)


@needs("report.see")
@require_POST
def submission_withdraw(request: HttpRequest, submission_id: int) -> HttpResponse:
    withdraw(actor_of(request), submission_id, **seen(request))
    messages.success(request, _("已撤回，可以修改后重新提交。"))
    return redirect("submission", submission_id)


def seen(request: HttpRequest) -> dict[str, Any]:
    """The revision the page was opened at, and what was written beside the button."""
    written = request.POST.get("revision", "")
    return {
        "revision": int(written) if written.isascii() and written.isdecimal() else 0,
        "comment": request.POST.get("comment", ""),
    }
