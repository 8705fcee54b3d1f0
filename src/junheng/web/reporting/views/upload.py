"""Hand in by file: what is taken, the template to fill in, and the way to the preview."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import queries
from junheng.web.reporting.actions.preview import CORRECTION, DRAFT, MOST_FILES, ensure_may, preview
from junheng.web.reporting.filled_template import filled_template, offered
from junheng.web.reporting.views.submission import seen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("report.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, submission_id: int) -> HttpResponse:
    """``purpose=correction`` leads to a correction of what is locked."""
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    purpose = CORRECTION if "correction" in (request.GET.get("purpose"), request.POST.get("purpose")) else DRAFT
    ensure_may(actor, held, purpose)
    context: dict[str, Any] = {
        "held": held,
        "purpose": purpose,
        "megabytes": settings.JUNHENG_UPLOAD_LIMIT // 1024**2,
        "most": MOST_FILES,
        "fillings": offered(held),
        "remarks": queries.remarks_due(held),
    }
    if request.method != "POST":
        return render(request, "reporting/upload.html", context)
    try:
        made = preview(actor, held, request.FILES.getlist("files"), revision=seen(request)["revision"], purpose=purpose)
    except Refusal as refusal:
        if refusal.status != 422:  # noqa: PLR2004
            raise
        return render(request, "reporting/upload.html", {**context, "fault": refusal.why}, status=422)
    return redirect("preview", held.pk, made.token)


@needs("report.see")
@never_cache
@require_safe
def template(request: HttpRequest, submission_id: int, filling: str) -> HttpResponse:
    """The template of this unit for this year, filled as asked."""
    held = queries.submission_of(actor_of(request), submission_id)
    with TemporaryDirectory(prefix="junheng-template-") as folder:
        path = filled_template(held, filling, Path(folder))
        answer = HttpResponse(path.read_bytes(), content_type=XLSX)
        answer["Content-Disposition"] = content_disposition_header(True, path.name) or "attachment"
        return answer
