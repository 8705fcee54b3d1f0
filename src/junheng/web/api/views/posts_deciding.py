"""Decisions on posts: put forward, approved by somebody else, refused, withdrawn, undone. The actions of the pages."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, File, Form, Query, Router, Schema, UploadedFile

from junheng.web.api.bearer import Bearer
from junheng.web.api.given import Document
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import CodePath, IdPath
from junheng.web.api.views.account import actor
from junheng.web.posts import queries
from junheng.web.posts.actions import decide
from junheng.web.posts.actions.allot import propose_allotment
from junheng.web.posts.actions.authorise import authorise
from junheng.web.posts.actions.propose import undo
from junheng.web.posts.actions.transfer import transfer
from junheng.web.posts.models import PostsDecision
from junheng.web.posts.moving import POOL_SAID

router = Router(tags=["posts"])
SEE, EDIT, APPROVE = Bearer("staff.see"), Bearer("staff.edit"), Bearer("staff.approve")
Place = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{0,20}$", description="学校代码，空为县统筹 / empty: the pool")]
Count = Annotated[int, Field(ge=0, le=10_000)]


class DecisionLine(Schema):
    """What a school has when posts are authorised, else what is added; an empty school is the county's pool."""

    school: str
    posts: int
    staff: int | None


class DecisionRow(Schema):
    """``order`` is its place in the county's ledger, null until it is approved."""

    id: int
    county: str
    number: int
    kind: Literal["authorised", "allotment", "competition", "arrangement"]
    state: Literal["proposed", "approved", "refused", "withdrawn"]
    round: int | None
    undoes: int | None
    document: str
    proposed_by: str | None
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    order: int | None
    reason: str
    synthetic: bool


class DecisionFull(DecisionRow):
    """With every line; ``grounds`` is what a solved proposal was solved from."""

    lines: list[DecisionLine]
    grounds: dict[str, Any]


class Based(Schema):
    """What it rests on."""

    document: Document


class Authorisation(Based):
    """``rotation``: the schools of the newest rotation instead of a file."""

    rotation: bool = False


class Allotment(Based):
    """``keep``: nobody on a post loses it."""

    keep: bool = True


class Moved(Schema):
    """People, or posts, from one school to another."""

    from_school: Place
    to_school: Place
    staff: Count = 0
    posts: Count = 0


class Transfer(Based):
    """``round`` numbers the round of a competition."""

    kind: Literal["competition", "arrangement"]
    round: Annotated[int, Field(ge=0, le=20)] | None = None
    moves: Annotated[list[Moved], Field(min_length=1, max_length=200)]


class Reason(Schema):
    """Why not."""

    reason: Document


@router.post("/posts/{code}/authorisations", auth=EDIT, response=DecisionFull, summary="登记核定编制 / authorise posts")
def make_authorisation(
    request: HttpRequest, code: CodePath, said: Form[Authorisation], file: File[UploadedFile | None] = None
) -> Any:
    """各校编制表或交流轮次的学校表；由另一人批准 / a file, or a rotation; somebody else approves."""
    given = None if file is None else (file.name or "", file.read())
    return _full(authorise(actor(request), code, said.document, given, rotation=said.rotation))


@router.post(
    "/posts/{code}/allotments", auth=EDIT, response=DecisionFull, summary="提出重新分配 / propose an allotment"
)
def make_allotment(request: HttpRequest, code: CodePath, said: Allotment) -> Any:
    """求解并提请批准；批准前什么也不变 / solved and put forward; nothing changes until it is approved."""
    return _full(propose_allotment(actor(request), code, said.document, keep=said.keep))


@router.post("/posts/{code}/transfers", auth=EDIT, response=DecisionFull, summary="提出竞聘或调剂 / propose transfers")
def make_transfer(request: HttpRequest, code: CodePath, said: Transfer) -> Any:
    """人员带编或不带编换学校 / people change schools with or without their posts."""
    form = {"kind": said.kind, "document": said.document, "round": "" if said.round is None else str(said.round)}
    for at, one in enumerate(said.moves, 1):
        ends = {"from": one.from_school, "to": one.to_school}
        form |= {f"{name}{at}": school or POOL_SAID for name, school in ends.items()}
        form |= {f"staff{at}": str(one.staff), f"posts{at}": str(one.posts)}
    return _full(transfer(actor(request), code, form, len(said.moves)))


@router.get("/posts/{code}/decisions", auth=SEE, response=Page[DecisionRow], summary="编制决定 / decisions on posts")
def list_decisions(request: HttpRequest, code: CodePath, window: Query[Window]) -> Any:
    """一个区县的，新的在前 / of one county, newest first."""
    return page(request, window, queries.decisions(queries.county(actor(request), code)), _row)


@router.get("/posts-decisions/{decision_id}", auth=SEE, response=DecisionFull, summary="一项决定 / one decision")
def get_decision(request: HttpRequest, decision_id: IdPath) -> Any:
    """逐校增减、提出人、批准人 / line by line, who proposed and who decided."""
    return _full(queries.decision_of(actor(request), decision_id))


@router.get("/posts-approvals", auth=APPROVE, response=list[DecisionFull], summary="待批准 / waiting for approval")
def list_approvals(request: HttpRequest) -> Any:
    """须由提出人以外的人办理 / for somebody other than who proposed it."""
    return [_full(one) for one in queries.waiting(actor(request))]


@router.post(
    "/posts-decisions/{decision_id}/approve", auth=APPROVE, response=DecisionFull, summary="批准 / approve a decision"
)
def do_approve_posts(request: HttpRequest, decision_id: IdPath) -> Any:
    """提出人不能批准自己的 / never one's own."""
    return _full(decide.approve(actor(request), decision_id))


@router.post(
    "/posts-decisions/{decision_id}/refuse", auth=APPROVE, response=DecisionFull, summary="不批准 / refuse a decision"
)
def do_refuse_posts(request: HttpRequest, decision_id: IdPath, said: Reason) -> Any:
    """写明原因 / with the reason."""
    return _full(decide.refuse(actor(request), decision_id, said.reason))


@router.post(
    "/posts-decisions/{decision_id}/withdraw", auth=EDIT, response=DecisionFull, summary="撤回 / withdraw a proposal"
)
def do_withdraw_posts(request: HttpRequest, decision_id: IdPath) -> Any:
    """批准之前 / while nobody has decided it."""
    return _full(decide.withdraw(actor(request), decision_id))


@router.post(
    "/posts-decisions/{decision_id}/undo", auth=EDIT, response=DecisionFull, summary="提请撤销 / undo a decision"
)
def do_undo_posts(request: HttpRequest, decision_id: IdPath, said: Based) -> Any:
    """又一项决定，由另一人批准 / another decision, which somebody else approves."""
    return _full(undo(actor(request), decision_id, said.document))


def _row(of: PostsDecision) -> dict[str, Any]:
    plain = ("id", "number", "kind", "state", "round", "document", "proposed_at", "decided_at", "order", "reason")
    return {
        **{name: getattr(of, name) for name in (*plain, "synthetic")},
        "county": of.organisation.code,
        "undoes": of.undoes_id,
        "proposed_by": of.proposed_by.username if of.proposed_by else None,
        "decided_by": of.decided_by.username if of.decided_by else None,
    }


def _full(of: PostsDecision) -> dict[str, Any]:
    return {**_row(of), "lines": of.lines, "grounds": of.grounds}
