"""A preview: what was read, what is wrong, what changes; and the button that makes it a version."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.words import language
from junheng.web.reporting import queries, staging, working_copy
from junheng.web.reporting.actions.confirm import confirm
from junheng.web.reporting.actions.preview import CORRECTION
from junheng.web.reporting.models import Submission
from junheng.web.reporting.receipts import shown
from junheng.web.reporting.views.upload import XLSX

CHANGES = 200
"""Changed fields on the page."""


@needs("report.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview_page(request: HttpRequest, submission_id: int, token: str) -> HttpResponse:
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    if request.method == "POST":
        version = confirm(actor, token, checked=request.POST.get("checked") == "yes")
        if version.submission_id != held.pk:
            raise Http404
        working_copy.throw_away(held.pk, actor.user_id)
        messages.success(request, _("已保存为第%(n)d版草稿。核对后请提交。") % {"n": version.number})
        return redirect("submission", held.pk)
    return show_preview(request, held, token)


def show_preview(
    request: HttpRequest, held: Submission, token: str, *, refusal: Refusal | None = None, reason: str = ""
) -> HttpResponse:
    """The page of a preview; with a refusal what was typed beside the button (``reason``) stays in its field."""
    staged = _of(held.pk, token, actor_of(request).user_id)
    said = staged.said
    context: dict[str, Any] = {
        "held": held,
        "fault": refusal.why if refusal else None,
        "reason": reason,
        "ticked": request.POST.get("checked") == "yes",
        "said": said,
        "token": token,
        "receipt": shown(said["receipt"], language()),
        "rejected": said["receipt"]["counts"]["rejected"],
        "warned": said["receipt"]["counts"]["warned"],
        "marked": [(n, one["name"]) for n, one in enumerate(said["files"], 1) if staged.marked(n).exists()],
        "changes": [_changes(said, "since_version"), _changes(said, "since_year")],
        "correction": said["purpose"] == CORRECTION,
        "stale": held.revision != said["revision"],
    }
    return render(request, "reporting/preview.html", context, status=refusal.status if refusal else 200)


def _changes(said: Any, name: str) -> dict[str, Any]:
    found, english = said[name], language() == "en"
    rows = [
        {
            "table": one["table_en"] if english else one["table"],
            "title": one["title_en"] if english else one["title"],
            "part": one["part_en"] if english else one["part"],
            "unit": one["unit"],
            "old": one["old"],
            "new": one["new"],
            "by": None if one["by"] is None else one["by"] * 100,
        }
        for one in (found or [])[:CHANGES]
    ]
    return {"name": name, "known": found is not None, "rows": rows, "all": len(found or [])}


def _of(submission_id: int, token: str, user: int | None) -> staging.Staged:
    staged = staging.open_staged(token, user)
    if staged.said["submission"] != submission_id:
        raise Refusal(staging.EXPIRED.zh, staging.EXPIRED.en, status=410)
    return staged


@needs("report.see")
@never_cache
@require_safe
def preview_marked(request: HttpRequest, submission_id: int, token: str, number: int) -> HttpResponse:
    """The marked copy of one of the files."""
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    staged = _of(held.pk, token, actor.user_id)
    if not 1 <= number <= len(staged.said["files"]) or not staged.marked(number).exists():
        raise Http404
    name = str(staged.said["files"][number - 1]["name"]).rpartition("/")[2].rpartition(".")[0]
    answer = HttpResponse(staged.marked(number).read_bytes(), content_type=XLSX)
    saved = content_disposition_header(True, _("%(name)s（已标记）.xlsx") % {"name": name})
    answer["Content-Disposition"] = saved or "attachment"
    return answer
