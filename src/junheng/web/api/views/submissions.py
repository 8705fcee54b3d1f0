"""Submissions: what schools and counties handed in, its versions, its steps, its remarks."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api import queries as own
from junheng.web.api.bearer import Bearer
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import Code, Id, IdPath, Words, words
from junheng.web.api.views.account import actor
from junheng.web.reporting import queries
from junheng.web.reporting.lifecycle import who_next
from junheng.web.reporting.models import Step, Submission, Version

router = Router(tags=["reporting"])
SEE = Bearer("report.see")
Stage = Literal["missing", "draft", "submitted", "returned", "approved", "locked"]


class Wanted(Schema):
    """Which submissions are wanted."""

    round: Annotated[Id | None, Field(description="批次编号 / number of the round")] = None
    county: Annotated[Code | None, Field(description="区县代码 / the county's code")] = None
    state: Annotated[Stage | None, Field(description="状态 / state")] = None


class SubmissionRow(Schema):
    """What one organisation reports in one round. ``revision`` is what an action on it has to name."""

    id: int
    round: int
    year: int
    organisation: str
    organisation_name: str
    kind: str
    state: Stage
    revision: int
    version: int | None
    changed: datetime


class SubmissionFull(SubmissionRow):
    """With whose turn it is, in words."""

    who_next: Words


class FileRow(Schema):
    name: str
    sha256: str
    size: int | None


class VersionRow(Schema):
    """One state of what was handed in."""

    number: int
    way: str
    made_by: str | None
    made_at: datetime
    files: list[FileRow]


class VersionFull(VersionRow):
    """With the receipt of reading it: what was read, changed, rejected, warned of, ignored."""

    receipt: dict[str, Any]


class RemarkRow(Schema):
    """What is remarked, and where in the workbook."""

    file: str
    sheet: str
    cell: str
    field: str
    text: str


class StepRow(Schema):
    """One move: who, what, when, from which state to which, with which remarks."""

    verb: str
    before: str
    after: str
    version: int | None
    by: str | None
    at: datetime
    comment: str
    remarks: list[RemarkRow]


@router.get("/submissions", auth=SEE, response=Page[SubmissionRow], summary="填报 / submissions")
def list_submissions(request: HttpRequest, wanted: Query[Wanted], window: Query[Window]) -> Any:
    """权限范围内的填报 / those in reach of the token."""
    rows = own.submissions(actor(request), round_id=wanted.round, county=wanted.county, state=wanted.state)
    return page(request, window, rows, row)


@router.get("/submissions/{submission_id}", auth=SEE, response=SubmissionFull, summary="一份填报 / one submission")
def get_submission(request: HttpRequest, submission_id: IdPath) -> Any:
    """含下一步由谁办理 / with whose turn it is."""
    return full(queries.submission_of(actor(request), submission_id))


@router.get(
    "/submissions/{submission_id}/versions", auth=SEE, response=list[VersionRow], summary="各版本 / its versions"
)
def list_versions(request: HttpRequest, submission_id: IdPath) -> Any:
    """新的在前 / newest first."""
    return [_version(one) for one in queries.versions_of(queries.submission_of(actor(request), submission_id))]


@router.get(
    "/submissions/{submission_id}/versions/{number}", auth=SEE, response=VersionFull, summary="一个版本 / one version"
)
def get_version(request: HttpRequest, submission_id: IdPath, number: IdPath) -> Any:
    """含读取回执 / with the receipt of reading it."""
    one = queries.version_of(actor(request), submission_id, number)
    return {**_version(one), "receipt": one.receipt}


@router.get("/submissions/{submission_id}/steps", auth=SEE, response=list[StepRow], summary="办理过程 / its steps")
def list_steps(request: HttpRequest, submission_id: IdPath) -> Any:
    """新的在前，含退回意见 / newest first, with the remarks of returns."""
    return [_step(one) for one in queries.steps_of(queries.submission_of(actor(request), submission_id))]


def row(one: Submission) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "state", "revision", "changed")},
        "round": one.round_id,
        "year": one.round.year,
        "organisation": one.organisation.code,
        "organisation_name": one.organisation.name,
        "kind": one.organisation.kind,
        "version": one.current.number if one.current else None,
    }


def full(one: Submission) -> dict[str, Any]:
    return {**row(one), "who_next": words(who_next(one))}


def _version(one: Version) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("number", "way", "made_at")},
        "made_by": one.made_by.username if one.made_by else None,
        "files": [{name: held.get(name) for name in FileRow.model_fields} for held in one.files],
    }


def _step(one: Step) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("verb", "before", "after", "at", "comment")},
        "version": one.version.number if one.version else None,
        "by": one.by.username if one.by else None,
        "remarks": [{name: getattr(held, name) for name in RemarkRow.model_fields} for held in one.remarks.all()],
    }
