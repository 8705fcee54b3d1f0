"""Evidence for items judged by people: what waits for whom, files, findings, replies; in the token's reach."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Path, Router, Schema

from junheng.web.accounts.models import Organisation
from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import CodePath, NamePath, Words, words
from junheng.web.api.views.account import actor
from junheng.web.evidence.lifecycle import who_next
from junheng.web.evidence.models import Attachment, Case, Finding, Move
from junheng.web.evidence.queries import cases

router = Router(tags=["evidence"])
SEE = Bearer(cases.SEE)
YearPath = Annotated[int, Path(ge=1900, le=9999, description="学年 / school year")]


class PlaceRow(Schema):
    """A county or school and how many of its items stand in each state."""

    code: str
    name: str
    total: int
    states: dict[str, int]


class CaseRow(Schema):
    """One item of one county or school. ``revision`` is what an action on it has to name."""

    item: str
    title: Words
    state: str
    revision: int
    files: int
    who_next: Words


class EvidenceFile(Schema):
    """A file that was handed in; a withdrawn one stays listed."""

    id: int
    name: str
    kind: str
    size: int
    sha256: str
    by: str
    at: datetime
    withdrawn_at: datetime | None


class ReplyRow(Schema):
    agrees: bool
    text: str
    by: str
    at: datetime


class FindingRow(Schema):
    """``met`` null: the files do not allow a judgement yet. ``cites`` are the files it stands on."""

    met: bool | None
    text: str
    cites: list[int]
    reply_by: date
    by: str
    at: datetime
    replies: list[ReplyRow]


class CaseMove(Schema):
    verb: str
    before: str
    after: str
    by: str
    at: datetime
    comment: str


class CaseFull(CaseRow):
    """With everything that was handed in, found, replied and done."""

    year: int
    organisation: str
    handed_in: list[EvidenceFile]
    findings: list[FindingRow]
    moves: list[CaseMove]


@router.get("/evidence/{year}", auth=SEE, response=list[PlaceRow], summary="佐证进度 / evidence by place")
def list_evidence(request: HttpRequest, year: YearPath) -> Any:
    """权限范围内的区县（或学校） / the counties in reach, or the schools."""
    _known(year)
    return [
        {"code": one.organisation.code, "name": one.organisation.name, "total": one.total, "states": one.counts}
        for one in cases.places(actor(request), year)
    ]


@router.get("/evidence/{year}/{code}", auth=SEE, response=list[CaseRow], summary="一地的佐证 / a place's evidence")
def list_cases(request: HttpRequest, year: YearPath, code: CodePath) -> Any:
    """须由人认定的各项及下一步由谁办理 / the items that people judge, and whose turn each is."""
    _known(year)
    place = cases.place(actor(request), code)
    return [_row(one.case, one.item.title, one.files) for one in cases.board(actor(request), place, year)]


@router.get("/evidence/{year}/{code}/{item}", auth=SEE, response=CaseFull, summary="一项佐证 / one case")
def get_case(request: HttpRequest, year: YearPath, code: CodePath, item: NamePath) -> Any:
    """文件、认定、回复、过程 / files, findings, replies, steps."""
    _known(year)
    place = cases.place(actor(request), code)
    asked = cases.item_of(place, year, item)
    return _full(cases.case_of(actor(request), place, year, item), asked.title, place)


def _known(year: int) -> None:
    if year not in cases.years():
        raise Http404


def _row(one: Case, title: Any, files: int) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("item", "state", "revision")},
        "title": words(title),
        "files": files,
        "who_next": words(who_next(one)),
    }


def _full(one: Case, title: Any, place: Organisation) -> dict[str, Any]:
    files = list(one.attachments.all()) if one.pk else []
    return {
        **_row(one, title, sum(held.withdrawn_at is None for held in files)),
        "year": one.year,
        "organisation": place.code,
        "handed_in": [_file(held) for held in files],
        "findings": [_finding(held) for held in one.findings.all()] if one.pk else [],
        "moves": [_move(held) for held in one.moves.all()] if one.pk else [],
    }


def _file(one: Attachment) -> dict[str, Any]:
    plain = ("id", "name", "kind", "size", "sha256", "at", "withdrawn_at")
    return {**{name: getattr(one, name) for name in plain}, "by": one.by.username}


def _finding(one: Finding) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("met", "text", "reply_by", "at")},
        "cites": [held.pk for held in one.cites.all()],
        "by": one.by.username,
        "replies": [
            {"agrees": held.agrees, "text": held.text, "by": held.by.username, "at": held.at}
            for held in one.replies.all()
        ],
    }


def _move(one: Move) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("verb", "before", "after", "at", "comment")},
        "by": one.by.username,
    }
