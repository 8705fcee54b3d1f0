"""Corrections of what is locked: asked with a preview, supported by the county, granted or refused by the city."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api.bearer import Bearer
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import IdPath, Words, words
from junheng.web.api.views.account import actor
from junheng.web.api.views.handing_in import Confirmation, Line, Revision
from junheng.web.reporting.models import Correction
from junheng.web.review import queries
from junheng.web.review.actions.ask_correction import ask_correction
from junheng.web.review.actions.decide_correction import decide_correction
from junheng.web.review.deciding import who_next

router = Router(tags=["reporting"])
SEE, ASK, SUPPORT, GRANT = (Bearer(verb) for verb in ("report.see", "report.correct", "report.review", "round.lock"))
Stage = Literal["asked", "supported", "granted", "refused", "withdrawn"]


class CorrectionRow(Schema):
    """The wish to change what is locked. ``version`` is the one it proposes; ``revision`` what an action names."""

    id: int
    submission: int
    version: int
    year: int
    organisation: str
    organisation_name: str
    state: Stage
    revision: int
    reason: str
    answer: str
    asked_by: str
    asked_at: datetime
    supported_by: str | None
    decided_by: str | None
    decided_at: datetime | None
    who_next: Words


class Wanted(Schema):
    """Which corrections are wanted."""

    state: Annotated[Stage | None, Field(description="状态 / state")] = None


class Asking(Confirmation):
    """A preview becomes the request; asking twice with one preview is once."""

    reason: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]


class Deciding(Schema):
    """What was seen when it was decided: a changed correction answers 409."""

    revision: Revision
    answer: Line = ""


@router.get("/corrections", auth=SEE, response=Page[CorrectionRow], summary="更正申请 / corrections")
def list_corrections(request: HttpRequest, wanted: Query[Wanted], window: Query[Window]) -> Any:
    """权限范围内的，待办的在前 / those in reach, the waiting ones first."""
    return page(request, window, queries.corrections(actor(request), state=wanted.state or ""), _row)


@router.get("/corrections/{correction_id}", auth=SEE, response=CorrectionRow, summary="一份更正 / one correction")
def get_correction(request: HttpRequest, correction_id: IdPath) -> Any:
    """含下一步由谁办理 / with whose turn it is."""
    return _row(queries.correction_of(actor(request), correction_id))


@router.post("/corrections", auth=ASK, response=CorrectionRow, summary="申请更正 / ask for a correction")
def ask(request: HttpRequest, asking: Asking) -> Any:
    """以预览的令牌提出；批准之前锁定的数据不变 / with the token of a preview; what is locked stays until granted."""
    made = ask_correction(actor(request), asking.token, reason=asking.reason, checked=asking.checked)
    return _row(queries.correction_of(actor(request), made.pk))


@router.post("/corrections/{correction_id}/support", auth=SUPPORT, response=CorrectionRow, summary="同意上报 / support")
def support(request: HttpRequest, correction_id: IdPath, deciding: Deciding) -> Any:
    """区县审核 / by the county."""
    return _decided(request, correction_id, "support", deciding)


@router.post("/corrections/{correction_id}/grant", auth=GRANT, response=CorrectionRow, summary="同意更正 / grant")
def grant(request: HttpRequest, correction_id: IdPath, deciding: Deciding) -> Any:
    """市级审批，成为现行版本 / by the city; its version becomes the current one."""
    return _decided(request, correction_id, "grant", deciding)


@router.post("/corrections/{correction_id}/refuse", auth=SEE, response=CorrectionRow, summary="不同意 / refuse")
def refuse(request: HttpRequest, correction_id: IdPath, deciding: Deciding) -> Any:
    """区县须有审核、市级须有锁定的权限范围 / the county needs the scope to review, the city the one to lock."""
    return _decided(request, correction_id, "refuse", deciding)


@router.post("/corrections/{correction_id}/withdraw", auth=ASK, response=CorrectionRow, summary="撤回申请 / withdraw")
def withdraw(request: HttpRequest, correction_id: IdPath, deciding: Deciding) -> Any:
    """只限申请人 / only who asked."""
    return _decided(request, correction_id, "withdraw", deciding)


def _decided(request: HttpRequest, pk: int, verb: str, deciding: Deciding) -> dict[str, Any]:
    who = actor(request)
    queries.correction_of(who, pk)
    decide_correction(who, pk, verb, revision=deciding.revision, answer=deciding.answer)
    return _row(queries.correction_of(who, pk))


def _row(one: Correction) -> dict[str, Any]:
    place = one.submission.organisation
    plain = ("id", "state", "revision", "reason", "answer", "asked_at", "decided_at")
    people = {name: getattr(one, name) for name in ("asked_by", "supported_by", "decided_by")}
    return {
        **{name: getattr(one, name) for name in plain},
        **{name: held.username if held else None for name, held in people.items()},
        "submission": one.submission_id,
        "version": one.version.number,
        "year": one.submission.round.year,
        "organisation": place.code,
        "organisation_name": place.name,
        "who_next": words(who_next(one)),
    }
