"""Posts of the counties in the token's reach: needed, allotted, filled, lacking; the numbers they are counted by."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from junheng.policy.years import statistics_day
from junheng.web.accounts.models import Organisation
from junheng.web.api.bearer import Bearer
from junheng.web.api.given import NumberRow, NumberSaid, form_of, number_row
from junheng.web.api.shapes import CodePath
from junheng.web.api.tables import TableShape, shaped
from junheng.web.api.views.account import actor
from junheng.web.posts import queries
from junheng.web.posts.actions.set_numbers import set_numbers
from junheng.web.posts.given import in_force, numbers, parameters
from junheng.web.posts.listed import proposal_table, schools_table
from junheng.web.posts.narrowing import Choice, chosen
from junheng.web.posts.opened import County, opened, opened_all
from junheng.web.posts.proposing import proposal

router = Router(tags=["posts"])
SEE, EDIT = Bearer("staff.see"), Bearer("staff.edit")


class Standing(Schema):
    """Sums of a county. Null: not every school says it, or posts are not authorised yet; never 0."""

    county: str
    name: str
    year: int
    synthetic: bool
    schools: int
    need: int
    posts: int | None
    pool: int | None
    staff: int | None
    short: int | None
    over: int | None
    unknown: int


class StandingFull(Standing):
    """``table`` has a row a school, with the arithmetic of what it needs."""

    snapshot: str
    table: TableShape


class Narrowed(Schema):
    """Which schools are wanted, in which order."""

    q: Annotated[str, Field(max_length=60, description="学校名称或代码 / name or code")] = ""
    section: Literal["", "primary", "junior", "senior"] = ""
    only: Literal["", "short", "over", "overfull", "small", "unknown"] = ""
    sort: Literal["", "lacking", "over", "vacant", "pupils", "name"] = ""


class Kept(Schema):
    """``keep``: nobody on a post loses it."""

    keep: bool = True


class Proposed(Schema):
    """A solved allotment: posts lacking before and after, posts that change hands, what is left with the county."""

    lacking_before: int
    lacking_after: int
    moved: int
    pool: int
    table: TableShape


class Numbers(Schema):
    """Numbers from a day on; those that are left out are the law's again."""

    day: date
    numbers: Annotated[list[NumberSaid], Field(max_length=300)]


@router.get("/posts", auth=SEE, response=list[Standing], summary="各区县编制 / posts of the counties")
def list_posts(request: HttpRequest) -> Any:
    """权限范围内的区县 / the counties in reach."""
    return [_standing(one) for one in opened_all(queries.counties(actor(request)), queries.edition())]


@router.get("/posts/{code}", auth=SEE, response=StandingFull, summary="各校编制 / posts of the schools")
def get_posts(request: HttpRequest, code: CodePath, wanted: Query[Narrowed]) -> Any:
    """需要、核定、在编、缺口及算法 / needed, allotted, filled, lacking, and how it is counted."""
    held = opened(queries.county(actor(request), code))
    shown = chosen(held.schools, Choice(wanted.q, wanted.section, wanted.only, wanted.sort))
    table = schools_table(shown, held.norms, held.notes(), held.source)
    return {**_standing(held), "snapshot": held.held.snapshot, "table": shaped(table)}


@router.get("/posts/{code}/numbers", auth=SEE, response=list[NumberRow], summary="编制数值 / numbers of posts")
def list_numbers(request: HttpRequest, code: CodePath) -> Any:
    """现行数值、填写的数值和依据；未知的为空 / in force, filled in, not known."""
    return _numbers(queries.county(actor(request), code))


@router.post("/posts/{code}/numbers", auth=EDIT, response=list[NumberRow], summary="填写数值 / fill numbers in")
def make_numbers(request: HttpRequest, code: CodePath, said: Numbers) -> Any:
    """成为一份新的清单，以前的仍在 / a new list; earlier ones stay."""
    place = queries.county(actor(request), code, "staff.edit")
    set_numbers(actor(request), code, form_of(said.numbers, parameters()), said.day)
    return _numbers(place)


@router.get("/posts/{code}/proposal", auth=EDIT, response=Proposed, summary="试算重新分配 / a solved allotment")
def get_proposal(request: HttpRequest, code: CodePath, wanted: Query[Kept]) -> Any:
    """在总量内按需要分配，不保存 / shared by need within the total; nothing is stored."""
    held = opened(queries.county(actor(request), code, "staff.edit"))
    found = proposal(held, keep=wanted.keep)
    before, after = found.lacking
    return {
        "lacking_before": before,
        "lacking_after": after,
        "moved": found.moved,
        "pool": found.pool,
        "table": shaped(proposal_table(found.schools, found.shares, held.norms).with_notes(list(held.notes())[:1])),
    }


def _standing(one: County) -> dict[str, Any]:
    sums = ("schools", "need", "posts", "staff", "short", "over", "unknown")
    return {
        **{name: getattr(one.totals, name) for name in sums},
        "county": one.place.code,
        "name": one.place.name,
        "year": one.held.year,
        "synthetic": one.held.synthetic,
        "pool": one.ledger.pool if one.ledger else None,
    }


def _numbers(place: Organisation) -> list[dict[str, Any]]:
    edition = queries.edition()
    day = statistics_day(edition.year) if edition else timezone.localdate()
    return [number_row(one) for one in numbers(in_force(queries.number_lists(place), day), day)]
