"""Teachers of the years ahead as counts, and who is expected to begin, as the planner says."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, File, Router, Schema, UploadedFile

from junheng.web.accounts.models import Organisation
from junheng.web.api.bearer import Bearer
from junheng.web.api.given import Document
from junheng.web.api.shapes import CodePath, Name
from junheng.web.api.tables import TableShape, shaped
from junheng.web.api.views.account import actor
from junheng.web.posts import queries
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.actions.set_arrivals import set_arrivals
from junheng.web.posts.arriving import of_rows, planned
from junheng.web.posts.foreseen import retiring_table, subjects_table, years_of, years_table
from junheng.web.posts.models import ArrivalList, Outlook

router = Router(tags=["posts"])
SEE, EDIT = Bearer("staff.see"), Bearer("staff.edit")
NO_FILES: list[UploadedFile] = []
Persons = Annotated[float, Field(ge=0, le=100_000)]


class ArrivalLine(Schema):
    """Expected arrivals of a subject on 1 September; ``low`` and ``high`` are null where nobody gave them."""

    section: Name
    subject: Name
    year: Annotated[int, Field(ge=2000, le=2100)]
    low: Persons | None = None
    arrive: Persons
    high: Persons | None = None
    source: Document


class ArrivalHeld(ArrivalLine):
    """With the day of the plan."""

    on: date


class Arrivals(Schema):
    """``made_at`` null: nothing was planned yet."""

    county: str
    synthetic: bool
    made_at: datetime | None
    lines: list[ArrivalHeld]


class ArrivalsSaid(Schema):
    """The whole plan, in place of the one before."""

    day: date
    lines: Annotated[list[ArrivalLine], Field(max_length=2000)]


class Assumed(Schema):
    """What is assumed of arrivals: none without a plan; lines outside the years do not count."""

    subjects: int
    arrive: float
    outside: int


class OutlookHeld(Schema):
    """``from_rotation`` false: from a table of teachers that was not kept."""

    made_at: datetime
    year: int
    years: int
    synthetic: bool
    from_rotation: bool
    assumed: Assumed
    subjects: TableShape
    retiring: TableShape
    by_year: TableShape


class CountyOutlook(Schema):
    """``outlook`` null: not worked out yet; ``stale``: the plan of arrivals has changed since."""

    county: str
    stale: bool
    outlook: OutlookHeld | None


@router.get("/posts/{code}/outlook", auth=SEE, response=CountyOutlook, summary="今后十年的教师 / teachers ahead")
def get_outlook(request: HttpRequest, code: CodePath) -> Any:
    """逐学科逐年，只有人数 / by subject and year, counts only."""
    place = queries.county(actor(request), code)
    return _outlook(place, queries.outlook(place))


@router.post("/posts/{code}/outlook", auth=EDIT, response=CountyOutlook, summary="重新测算 / work it out again")
def make_outlook(request: HttpRequest, code: CodePath, files: File[list[UploadedFile]] = NO_FILES) -> Any:
    """从教师表（不保存）或交流轮次 / from a table of teachers, which is not kept, or from the rotation."""
    made = look_ahead(actor(request), code, [(one.name or "", one.read()) for one in files])
    return _outlook(made.organisation, made)


@router.get("/posts/{code}/arrivals", auth=SEE, response=Arrivals, summary="到岗计划 / planned arrivals")
def get_arrivals(request: HttpRequest, code: CodePath) -> Any:
    """最近一次填写的 / as planned last."""
    place = queries.county(actor(request), code)
    return _arrivals(place, queries.arrivals(place))


@router.post("/posts/{code}/arrivals", auth=EDIT, response=Arrivals, summary="填写到岗计划 / plan arrivals")
def make_arrivals(request: HttpRequest, code: CodePath, said: ArrivalsSaid) -> Any:
    """代替以前的，以前的仍在；程序不猜 / in place of those before, which stay; nothing is guessed."""
    made = set_arrivals(actor(request), code, of_rows(one.model_dump() for one in said.lines), said.day)
    return _arrivals(made.organisation, made)


def _outlook(place: Organisation, of: Outlook | None) -> dict[str, Any]:
    stale = of is not None and queries.arrivals(place) != of.arrivals
    return {"county": place.code, "stale": stale, "outlook": None if of is None else _held(of)}


def _held(of: Outlook) -> dict[str, Any]:
    assumed = planned(of.arrivals.lines if of.arrivals else (), years_of(of))
    return {
        **{name: getattr(of, name) for name in ("made_at", "year", "synthetic")},
        "years": of.result["years"],
        "from_rotation": of.origin_id is not None,
        "assumed": {name: assumed[name] for name in Assumed.model_fields},
        "subjects": shaped(subjects_table(of)),
        "retiring": shaped(retiring_table(of)),
        "by_year": shaped(years_table(of)),
    }


def _arrivals(place: Organisation, of: ArrivalList | None) -> dict[str, Any]:
    return {
        "county": place.code,
        "synthetic": of is not None and of.synthetic,
        "made_at": of.made_at if of else None,
        "lines": of.lines if of else [],
    }
