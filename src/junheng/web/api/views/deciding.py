"""Verdicts before they are public, and appeals, for the desk: within the token's reach."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import IdPath, Stand
from junheng.web.api.views.account import actor
from junheng.web.verdicts import queries
from junheng.web.verdicts.models import Appeal, Draft

router = Router(tags=["verdicts"])
SEE = Bearer("verdict.see")


class DraftRow(Schema):
    """The verdict on one county of a locked round; ``record`` is its number once it is released."""

    county_code: str
    county: str
    state: Stand
    snapshot: str
    digest: str
    made_at: datetime
    signatory: str
    signed_at: datetime | None
    record: str | None
    decision: dict[str, Any]


class AppealRow(Schema):
    """An appeal against a record and its answer."""

    id: int
    record: str
    county_code: str
    state: str
    revision: int
    reason: str
    answer: str
    filed_at: datetime
    decided_at: datetime | None
    released: bool


class AttachmentRow(Schema):
    name: str
    sha256: str
    size: int


class AppealFull(AppealRow):
    """With the files that were handed in with it."""

    attachments: list[AttachmentRow]


@router.get("/rounds/{round_id}/drafts", auth=SEE, response=list[DraftRow], summary="待公布的结论 / verdicts in draft")
def list_drafts(request: HttpRequest, round_id: IdPath) -> Any:
    """锁定数据的评定草稿，权限范围内 / drafts judged from what is locked, in reach."""
    return [_draft(one) for one in queries.drafts(actor(request), queries.round_of(round_id))]


@router.get("/appeals", auth=SEE, response=list[AppealRow], summary="申诉 / appeals")
def list_appeals(request: HttpRequest) -> Any:
    """待办的在前 / those waiting first."""
    return [_appeal(one) for one in queries.appeals(actor(request))]


@router.get("/appeals/{appeal_id}", auth=SEE, response=AppealFull, summary="一份申诉 / one appeal")
def get_appeal(request: HttpRequest, appeal_id: IdPath) -> Any:
    """含所附文件 / with its files."""
    one = queries.appeal(actor(request), appeal_id)
    files = queries.attachments(one)
    rows = [{name: getattr(held, name) for name in AttachmentRow.model_fields} for held in files]
    return {**_appeal(one), "attachments": rows}


def _draft(one: Draft) -> dict[str, Any]:
    plain = ("state", "snapshot", "digest", "made_at", "signatory", "signed_at", "decision")
    return {
        **{name: getattr(one, name) for name in plain},
        "county_code": one.organisation.code,
        "county": one.organisation.name,
        "record": one.record.number if one.record else None,
    }


def _appeal(one: Appeal) -> dict[str, Any]:
    plain = ("id", "state", "revision", "reason", "answer", "filed_at", "decided_at", "released")
    return {
        **{name: getattr(one, name) for name in plain},
        "record": one.record.number,
        "county_code": one.record.organisation.code,
    }
