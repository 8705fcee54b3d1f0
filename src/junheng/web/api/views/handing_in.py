"""What is done to a submission: preview, confirm, submit, take back, approve, return. The same actions as the pages."""

from functools import partial
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, File, Form, Router, Schema, UploadedFile

from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import IdPath
from junheng.web.api.views.account import actor
from junheng.web.api.views.submissions import SubmissionFull, full
from junheng.web.reporting import queries
from junheng.web.reporting.actions import submit as handing
from junheng.web.reporting.actions.confirm import confirm
from junheng.web.reporting.actions.preview import preview
from junheng.web.reporting.lifecycle import Note
from junheng.web.review.actions.approve import approve
from junheng.web.review.actions.send_back import send_back

router = Router(tags=["reporting"])
FILL, REVIEW = Bearer("report.fill"), Bearer("report.review")

Revision = Annotated[int, Field(ge=1, le=2**31 - 1, description="所见修订号 / the revision that was seen")]
Line = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
Short = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]


class Seen(Schema):
    """What was seen when it was decided: a changed submission answers 409."""

    revision: Revision
    comment: Line = ""


class HandedIn(Seen):
    """``unchanged`` says that what was returned and not changed since has been looked at and is right."""

    unchanged: bool = False


class Upload(Schema):
    revision: Revision


class Previewed(Schema):
    """Nothing is stored yet. ``token`` confirms it within an hour."""

    token: str
    receipt: dict[str, Any]


class Confirmation(Schema):
    """``checked`` says that the warnings have been looked at."""

    token: Annotated[str, Field(pattern=r"^[0-9a-f]{1,64}-[0-9a-f]{1,64}$")]
    checked: bool = False


class Confirmed(Schema):
    """The version it became; confirming again gives the same."""

    number: int
    submission: SubmissionFull


class Place(Schema):
    """A remark at a place of the workbook."""

    text: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]
    file: Short = ""
    sheet: Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")] = ""
    cell: Annotated[str, Field(max_length=10, pattern=r"^[A-Za-z]{0,3}[0-9]{0,7}$")] = ""
    field: Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")] = ""


class Returned(Seen):
    """A return says why, in its comment or in remarks."""

    remarks: Annotated[list[Place], Field(max_length=500)] = []  # noqa: RUF012 - pydantic copies it


@router.post(
    "/submissions/{submission_id}/previews", auth=FILL, response=Previewed, summary="预览上传 / preview an upload"
)
def make_preview(
    request: HttpRequest, submission_id: IdPath, seen: Form[Upload], files: File[list[UploadedFile]]
) -> Any:
    """读取并核对，不入库 / read and checked, not stored."""
    who = actor(request)
    held = queries.submission_of(who, submission_id)
    made = preview(who, held, files, revision=seen.revision)
    return {"token": made.token, "receipt": made.receipt.to_dict()}


@router.post(
    "/submissions/{submission_id}/confirm", auth=FILL, response=Confirmed, summary="确认入库 / confirm a preview"
)
def make_version(request: HttpRequest, submission_id: IdPath, held: Confirmation) -> Any:
    """同一令牌确认两次得同一版 / confirming twice gives one version."""
    who = actor(request)
    queries.submission_of(who, submission_id)
    made = confirm(who, held.token, checked=held.checked)
    return {"number": made.number, "submission": full(queries.submission_of(who, made.submission_id))}


@router.post("/submissions/{submission_id}/submit", auth=FILL, response=SubmissionFull, summary="提交 / hand it in")
def do_submit(request: HttpRequest, submission_id: IdPath, seen: HandedIn) -> Any:
    """交上一级审核；退回的格没有改动时须确认 / for review; what was returned and not changed has to be confirmed."""
    return _told(request, partial(handing.submit, unchanged=seen.unchanged), submission_id, seen)


@router.post("/submissions/{submission_id}/withdraw", auth=FILL, response=SubmissionFull, summary="撤回 / take it back")
def do_withdraw(request: HttpRequest, submission_id: IdPath, seen: Seen) -> Any:
    """审核开始之前 / while no review has begun."""
    return _told(request, handing.withdraw, submission_id, seen)


@router.post("/submissions/{submission_id}/approve", auth=REVIEW, response=SubmissionFull, summary="审核通过 / approve")
def do_approve(request: HttpRequest, submission_id: IdPath, seen: Seen) -> Any:
    """本人填报的须由他人审核 / never one's own work."""
    return _told(request, approve, submission_id, seen)


@router.post("/submissions/{submission_id}/return", auth=REVIEW, response=SubmissionFull, summary="退回 / return it")
def do_return(request: HttpRequest, submission_id: IdPath, seen: Returned) -> Any:
    """写明理由或标注单元格 / with a reason, or remarks on cells."""
    who = actor(request)
    queries.submission_of(who, submission_id)
    notes = [Note(**one.model_dump()) for one in seen.remarks]
    send_back(who, submission_id, revision=seen.revision, comment=seen.comment, notes=notes)
    return full(queries.submission_of(who, submission_id))


def _told(request: HttpRequest, action: Any, submission_id: int, seen: Seen) -> dict[str, Any]:
    who = actor(request)
    queries.submission_of(who, submission_id)
    action(who, submission_id, revision=seen.revision, comment=seen.comment)
    return full(queries.submission_of(who, submission_id))
