"""A county's own share of the talent programmes, with the arithmetic of what is allotted to it."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from junheng.policy.text import Text
from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import CodePath, Words, words
from junheng.web.api.tables import TableShape, shaped
from junheng.web.api.views.account import actor
from junheng.web.posts.queries import counties, county
from junheng.web.workforce.answering import share_tables
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.programmes import allotment, counted
from junheng.web.workforce.queries import talent_of

SEE_SHARE = "talent.see"
router = Router(tags=["workforce"])
SEE = Bearer(SEE_SHARE)


class ShareRow(Schema):
    """A county in reach."""

    county: str
    name: str


class Share(ShareRow):
    """``study`` null: the city has no tables yet; ``arithmetic`` null: nothing is allotted."""

    study: int | None
    day: date | None
    synthetic: bool
    why: Words | None
    arithmetic: Words | None
    tables: list[TableShape]


@router.get("/talent-shares", auth=SEE, response=list[ShareRow], summary="区县人才培养 / talent programmes by county")
def list_talent_shares(request: HttpRequest) -> Any:
    """权限范围内的区县 / the counties in reach."""
    return [{"county": one.code, "name": one.name} for one in counties(actor(request), SEE_SHARE)]


@router.get("/talent-shares/{code}", auth=SEE, response=Share, summary="一个区县的一份 / one county's share")
def get_talent_share(request: HttpRequest, code: CodePath) -> Any:
    """本区县的数和全市合计，没有别的区县 / the county's own and the city's sums, no other county."""
    place = county(actor(request), code, SEE_SHARE)
    of = talent_of(place)
    told = {
        "county": place.code,
        "name": place.name,
        "study": of.number if of else None,
        "day": of.day if of else None,
        "synthetic": of is not None and of.synthetic,
    }
    return {**told, **_counted(of, code)}


def _counted(of: WorkforceStudy | None, code: str) -> dict[str, Any]:
    """The tables with the arithmetic, or why there are none."""
    nothing: dict[str, Any] = {"why": None, "arithmetic": None, "tables": []}
    if of is None:
        return nothing
    found = counted(of)
    if isinstance(found, Text):
        return {**nothing, "why": words(found)}
    made = allotment(of, found, code)
    tables = [shaped(one) for one in share_tables(of, found, code)]
    return {**nothing, "arithmetic": words(made.words) if made else None, "tables": tables}
