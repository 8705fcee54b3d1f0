"""Background jobs: one's own, where they stand, what came of them."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from junheng.web.api.bearer import Bearer
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import IdPath, Words, bilingual
from junheng.web.api.views.account import actor
from junheng.web.operations import queries
from junheng.web.operations.models import Job

router = Router(tags=["jobs"])


class JobRow(Schema):
    """One piece of long work; ``done`` of ``total`` in the present step."""

    id: int
    kind: str
    state: str
    step: Words | None
    done: int
    total: int
    fault: Words | None
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


@router.get("/jobs", auth=Bearer(), response=Page[JobRow], summary="后台任务 / background jobs")
def list_jobs(request: HttpRequest, window: Query[Window]) -> Any:
    """本人提交的，新的在前 / one's own, newest first."""
    return page(request, window, queries.jobs(actor(request)), _row)


@router.get("/jobs/{job_id}", auth=Bearer(), response=JobRow, summary="一个任务 / one job")
def get_job(request: HttpRequest, job_id: IdPath) -> Any:
    """进度与结果 / its progress and its outcome."""
    found = queries.jobs(actor(request)).filter(pk=job_id).first()
    if found is None:
        raise Http404
    return _row(found)


def _row(one: Job) -> dict[str, Any]:
    plain = ("id", "kind", "state", "done", "total", "asked_at", "started_at", "ended_at")
    return {
        **{name: getattr(one, name) for name in plain},
        "step": bilingual(one.step) if one.step else None,
        "fault": bilingual(one.fault) if one.fault else None,
    }
