"""Appeals: the county files, an inspector who did not sign decides, the publisher may release the words."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit import store
from junheng.web.kit.refusal import Refusal
from junheng.web.verdicts import queries
from junheng.web.verdicts.actions.decide_appeal import decide_appeal
from junheng.web.verdicts.actions.file_appeal import FILES, HEADS, file_appeal
from junheng.web.verdicts.actions.release_appeal import release_appeal
from junheng.web.verdicts.actions.withdraw_appeal import withdraw_appeal
from junheng.web.verdicts.appealing import last_day, why_not
from junheng.web.verdicts.models import Appeal, AppealState
from junheng.web.verdicts.wording import APPEAL, LOOKS

MALFORMED = -1
"""A revision that no appeal has."""


@needs("verdict.appeal")
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, number: str) -> HttpResponse:
    """The form; what was typed stays when the appeal is refused."""
    actor = actor_of(request)
    record = queries.appealable(actor, number)
    reason, fault = request.POST.get("reason", ""), None
    if request.method == "POST":
        try:
            made = file_appeal(actor, record, reason=reason, files=request.FILES.getlist("files"))
        except Refusal as refusal:
            fault = refusal
        else:
            messages.success(request, _("申诉已提交。"))
            return redirect("appeal", made.pk)
    context = {
        "record": record,
        "reason": reason,
        "fault": fault.why if fault else None,
        "why_not": why_not(record),
        "until": last_day(record),
        "most": FILES,
        "accept": ",".join(HEADS),
    }
    return render(request, "verdicts/appeal_form.html", context, status=fault.status if fault else 200)


@needs("verdict.see")
@require_safe
def appeals(request: HttpRequest) -> HttpResponse:
    rows = [(one, APPEAL[one.state], LOOKS[one.state]) for one in queries.appeals(actor_of(request))]
    return render(request, "verdicts/appeals.html", {"rows": rows})


@needs("verdict.see")
@require_safe
def appeal(request: HttpRequest, appeal_id: int) -> HttpResponse:
    return _page(request, queries.appeal(actor_of(request), appeal_id))


def _page(request: HttpRequest, one: Appeal, fault: Refusal | None = None) -> HttpResponse:
    actor, path = actor_of(request), one.record.organisation.path
    is_open = one.state == AppealState.FILED
    decided = one.state in {AppealState.UPHELD, AppealState.DISMISSED}
    four_eyes = actor.user_id not in {one.record.signed_by_id, one.filed_by_id}
    decides = is_open and actor.may("verdict.decide", path)
    context: dict[str, Any] = {
        "appeal": one,
        "title": APPEAL[one.state],
        "look": LOOKS[one.state],
        "next": getattr(one.record, "superseded_by", None),
        "files": queries.attachments(one),
        "can_decide": decides and four_eyes,
        "signed_it": decides and not four_eyes,
        "can_withdraw": is_open and actor.may("verdict.appeal", path),
        "can_release": decided and not one.released and actor.may("publish.release", path),
        "waits_for": _waits_for(one),
        "answer": request.POST.get("answer", ""),
        "fault": fault.why if fault else None,
    }
    return render(request, "verdicts/appeal.html", context, status=fault.status if fault else 200)


def _waits_for(one: Appeal) -> Text | None:
    """Who acts next."""
    if one.state == AppealState.FILED:
        return Text("督学（签发人除外）：答复", "An inspector who did not sign: answer")
    if one.state == AppealState.UPHELD and not hasattr(one.record, "superseded_by"):
        return Text(
            "区县：申请更正数据；市级：重新锁定、签发、发布",
            "The county asks for a correction; the city locks, signs and publishes anew",
        )
    return None


def _revision(request: HttpRequest) -> int:
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < len("1000000000") else MALFORMED


@needs("verdict.decide")
@require_POST
def decide(request: HttpRequest, appeal_id: int) -> HttpResponse:
    actor, answer = actor_of(request), request.POST.get("answer", "")
    one = queries.appeal(actor, appeal_id)
    outcome = request.POST.get("outcome", "")
    try:
        if outcome not in {AppealState.UPHELD, AppealState.DISMISSED}:
            raise Refusal("请选择处理结果。", "Choose the outcome.", status=422)
        upheld = outcome == AppealState.UPHELD
        decide_appeal(actor, one.pk, revision=_revision(request), upheld=upheld, answer=answer)
    except Refusal as refusal:
        return _page(request, one, refusal)
    messages.success(request, _("答复已记录。"))
    return redirect("appeal", appeal_id)


@needs("verdict.appeal")
@require_POST
def withdraw(request: HttpRequest, appeal_id: int) -> HttpResponse:
    one = queries.appeal(actor_of(request), appeal_id)
    withdraw_appeal(actor_of(request), one.pk, revision=_revision(request))
    messages.success(request, _("申诉已撤回。"))
    return redirect("appeal", appeal_id)


@needs("publish.release")
@require_POST
def release(request: HttpRequest, appeal_id: int) -> HttpResponse:
    one = queries.appeal(actor_of(request), appeal_id)
    release_appeal(actor_of(request), one.pk, revision=_revision(request))
    messages.success(request, _("申诉理由和答复已公开。"))
    return redirect("appeal", appeal_id)


@needs("verdict.see")
@require_safe
def attachment(request: HttpRequest, appeal_id: int, pk: int) -> HttpResponse:
    """A file handed in; always saved, never shown by the browser."""
    held = queries.attachment(actor_of(request), appeal_id, pk)
    answer = HttpResponse(store.read(held.sha256), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, held.name) or "attachment"
    return answer
