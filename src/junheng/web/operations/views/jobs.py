"""The pages of background work: the list, one job with its progress, the wish to cancel it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, signed_in
from junheng.web.operations import queries
from junheng.web.operations.actions.cancel_job import cancel_job
from junheng.web.operations.kinds import kind_of
from junheng.web.operations.models import Job

ON_A_PAGE = 30
STATES = {
    "waiting": Text("等待", "Waiting"),
    "running": Text("进行中", "Running"),
    "done": Text("完成", "Done"),
    "failed": Text("失败", "Failed"),
    "cancelled": Text("已取消", "Cancelled"),
}


@signed_in
@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.jobs(actor_of(request)), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"job": one, "title": title_of(one), "state": STATES[one.state]} for one in page]
    return render(request, "operations/jobs.html", {"page": page, "rows": rows})


@signed_in
@require_safe
def job_page(request: HttpRequest, job_id: int) -> HttpResponse:
    held = get_object_or_404(queries.jobs(actor_of(request)), pk=job_id)
    shown = {
        "job": held,
        "title": title_of(held),
        "state": STATES[held.state],
        "href": href_of(held),
        "moving": not held.over and "still" not in request.GET,
    }
    return render(request, "operations/job.html", shown)


@signed_in
@require_POST
def job_cancel(request: HttpRequest, job_id: int) -> HttpResponse:
    held = get_object_or_404(queries.jobs(actor_of(request)), pk=job_id)
    cancel_job(actor_of(request), held.pk)
    return redirect("job", held.pk)


def title_of(held: Job) -> object:
    """The words of a job's kind; a kind that is no longer known keeps its id."""
    try:
        return kind_of(held.kind).title
    except KeyError:
        return held.kind


def href_of(held: Job) -> str:
    """Where the result is: an address of this site, or nowhere."""
    href = str((held.result or {}).get("href", ""))
    return href if href.startswith("/") and not href.startswith("//") else ""
