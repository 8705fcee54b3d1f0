"""One case: its files, findings, replies and history, and what one may do next."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.evidence import limits
from junheng.web.evidence.actions.finalise import finalise
from junheng.web.evidence.actions.give import give
from junheng.web.evidence.actions.judge import judge
from junheng.web.evidence.actions.reopen import reopen
from junheng.web.evidence.actions.reply import reply
from junheng.web.evidence.lifecycle import ALLOWED, who_next, why_not
from junheng.web.evidence.queries import cases
from junheng.web.evidence.queries.conclusions import met_words
from junheng.web.evidence.sniff import ACCEPT
from junheng.web.evidence.views.asked import day, whole
from junheng.web.kit.refusal import Refusal

MET = {"yes": True, "no": False, "open": None}
REPLY_DAYS = 10
"""Days proposed for the reply; the inspector sets the day."""
UNPROCESSABLE = 422


@needs("evidence.see")
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, year: int, code: str, item: str) -> HttpResponse:
    organisation = cases.place(actor_of(request), code)
    cases.item_of(organisation, year, item)
    if year not in cases.years():
        raise Http404
    if request.method != "POST":
        return page(request, organisation, year, item)
    act = ACTS.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    try:
        act(request, organisation, year, item)
    except Refusal as fault:
        if fault.status != UNPROCESSABLE:
            raise
        return page(request, organisation, year, item, fault=fault.why)
    messages.success(request, _("已办理。"))
    return redirect("evidence-case", year=year, code=code, item=item)


def page(
    request: HttpRequest, organisation: Organisation, year: int, item: str, fault: Text | None = None
) -> HttpResponse:
    actor = actor_of(request)
    held, asked = cases.case_of(actor, organisation, year, item), cases.item_of(organisation, year, item)
    veto = asked.domain == "veto"
    context: dict[str, Any] = {
        "case": held,
        "item": asked,
        "veto": veto,
        "organisation": organisation,
        "year": year,
        "next": who_next(held),
        "files": list(held.attachments.all()) if held.pk else [],
        "findings": [(one, met_words(veto, one.met)) for one in held.findings.all()] if held.pk else [],
        "moves": list(reversed(held.moves.all())) if held.pk else [],
        "why": {action: why_not(actor, held, action) for action in ALLOWED},
        "choices": [(key, met_words(veto, met)) for key, met in MET.items()],
        "accept": ACCEPT,
        "megabytes": limits.file_limit() // limits.MB,
        "most": limits.case_files(),
        "all_megabytes": limits.case_limit() // limits.MB,
        "reply_by": timezone.localdate() + timedelta(days=REPLY_DAYS),
        "fault": fault,
        "did": request.POST.get("do", ""),
        "typed": request.POST,
        "ticked": request.POST.getlist("cites"),
    }
    return render(request, "evidence/case.html", context, status=UNPROCESSABLE if fault else 200)


def _give(request: HttpRequest, organisation: Organisation, year: int, item: str) -> None:
    files = [one for one in request.FILES.getlist("files") if not isinstance(one, list)]
    give(actor_of(request), organisation, year, item, files, revision=whole(request, "revision"))


def _judge(request: HttpRequest, organisation: Organisation, year: int, item: str) -> None:
    chosen = request.POST.get("met", "")
    if chosen not in MET:
        raise Refusal("请选择认定结论。", "Choose a conclusion.", status=UNPROCESSABLE)
    judge(
        actor_of(request),
        organisation,
        year,
        item,
        revision=whole(request, "revision"),
        met=MET[chosen],
        text=request.POST.get("text", ""),
        cites={int(one) for one in request.POST.getlist("cites") if one.isascii() and one.isdigit()},
        reply_by=day(request, "reply_by"),
    )


def _reply(request: HttpRequest, organisation: Organisation, year: int, item: str) -> None:
    chosen = request.POST.get("agrees", "")
    if chosen not in {"yes", "no"}:
        raise Refusal("请选择同意或有异议。", "Choose: agree or object.", status=UNPROCESSABLE)
    text = request.POST.get("text", "")
    revision = whole(request, "revision")
    reply(actor_of(request), organisation, year, item, revision=revision, agrees=chosen == "yes", text=text)


def _finalise(request: HttpRequest, organisation: Organisation, year: int, item: str) -> None:
    finalise(actor_of(request), organisation, year, item, revision=whole(request, "revision"))


def _reopen(request: HttpRequest, organisation: Organisation, year: int, item: str) -> None:
    reason = request.POST.get("reason", "")
    reopen(actor_of(request), organisation, year, item, revision=whole(request, "revision"), reason=reason)


ACTS: dict[str, Callable[[HttpRequest, Organisation, int, str], None]] = {
    "give": _give,
    "judge": _judge,
    "reply": _reply,
    "finalise": _finalise,
    "reopen": _reopen,
}
