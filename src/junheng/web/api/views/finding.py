# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Search over schools, counties, indicators and articles; counties or schools side by side."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import EditionHead, SlugPath, edition_head, which
from junheng.web.api.tables import TableShape, shaped
from junheng.web.portal import queries
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.search import LONGEST, Hit, asked, hits
from junheng.web.portal.side_by_side import counties_beside, schools_beside

router = Router(tags=["search"])
PLACES = 4


class HitRow(Schema):
    """What was found: ``rank`` 0 exactly, 1 begins with it, 2 holds it; ``href`` is its page."""

    rank: int
    kind: str
    title: str
    note: str
    href: str


class Question(Schema):
    """What is looked for."""

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            pattern=r"^[^\x00]*$",
            description="名称、拼音、首字母或代码 / name, pinyin, initials or code",
        ),
    ]


class Places(Schema):
    """Counties by code, or sections of schools by ``code.section``; one to four."""

    place: Annotated[
        list[Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,20}(\.[a-z]{1,20})?$")]],
        Field(min_length=1, max_length=PLACES, description="区县代码或“学校代码.学段” / county or code.section"),
    ]


class Compared(EditionHead):
    """A row of every number, a column of every place."""

    table: TableShape


@router.get("/search", response=Page[HitRow], summary="搜索 / search")
def search(request: HttpRequest, question: Query[Question], window: Query[Window]) -> Any:
    """学校、区县、指标、条文，最相符的在前 / schools, counties, indicators and articles, the best first."""
    wanted = asked(question.q)
    return page(request, window, _found(wanted) if wanted else [], _row)


@router.get("/editions/{slug}/compare", response=Compared, summary="对比 / side by side")
def compare(request: HttpRequest, slug: SlugPath, places: Query[Places]) -> Any:
    """最多四个区县，或四所学校的学段 / up to four counties, or sections of schools."""
    edition = queries.edition_of(queries.editions(), which(slug))
    standard, wanted = standard_of(edition.standard), list(dict.fromkeys(places.place))
    every = queries.whole_counties(edition)
    counties = [one for code in wanted for one in every if one.code == code]
    schools = [] if counties else queries.some_schools(edition, [one for one in wanted if "." in one])
    if len(counties or schools) != len(wanted):
        raise Http404
    table = counties_beside(edition, standard, counties) if counties else schools_beside(edition, standard, schools)
    return {**edition_head(edition), "table": shaped(table)}


def _found(wanted: str) -> list[Hit]:
    published = queries.editions()
    newest = published[0] if published else None
    counties = queries.counties(newest) if newest else []
    law = standard_of(newest.standard if newest else DEFAULT)
    return hits(wanted, queries.search_schools(wanted), counties, newest, law)


def _row(one: Hit) -> dict[str, Any]:
    return {name: getattr(one, name) for name in HitRow.model_fields}
