"""Hand in the workbooks of many schools at once: a job reads them, its result says what became of each file."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.reporting import queries
from junheng.web.reporting.actions.begin_import import begin_import
from junheng.web.reporting.archive import MOST_FILES
from junheng.web.reporting.timing import ensure_open


@needs("report.review")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, round_id: int) -> HttpResponse:
    held = queries.round_of(round_id)
    ensure_open(held)
    files = request.FILES.getlist("files")
    if request.method == "POST" and files:
        return redirect("job", begin_import(actor_of(request), held, files, submit="submit" in request.POST).pk)
    context: dict[str, Any] = {
        "round": held,
        "megabytes": settings.JUNHENG_UPLOAD_LIMIT // 1024**2,
        "most": MOST_FILES,
        "fault": request.method == "POST",
    }
    return render(request, "reporting/import.html", context, status=422 if context["fault"] else 200)


@needs("report.review")
@never_cache
@require_safe
def import_result(request: HttpRequest, round_id: int, job_id: int) -> HttpResponse:
    """What became of each file; what was refused comes first."""
    held = queries.round_of(round_id)
    job = queries.import_job(actor_of(request), round_id, job_id)
    result: dict[str, Any] = job.result or {}
    files = sorted(result.get("files", ()), key=lambda one: (not _refused(one), one["name"]))
    rows = [{**one, "bad": _refused(one)} for one in files]
    return render(request, "reporting/import_result.html", {"round": held, "job": job, "result": result, "rows": rows})


def _refused(one: dict[str, Any]) -> bool:
    return bool(one["refused"] or not (one["taken"] or one["same"]))
