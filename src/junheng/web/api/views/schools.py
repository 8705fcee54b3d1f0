# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Schools: every judged section of every school, found by county, section, verdict, name, pinyin or initials."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api import queries as own
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import (
    Code,
    CodePath,
    EditionHead,
    Shape,
    SlugPath,
    Stand,
    Value,
    Words,
    edition_head,
    stand,
    value,
    which,
)
from junheng.web.portal import queries
from junheng.web.portal.models import School

router = Router(tags=["schools"])


class Sought(Schema):
    """Which schools are wanted."""

    county: Annotated[Code | None, Field(description="区县代码 / the county's code")] = None
    section: Annotated[Literal["primary", "junior", "senior"] | None, Field(description="学段 / section")] = None
    state: Annotated[Stand | None, Field(description="结论 / how it stands")] = None
    q: Annotated[
        str,
        Field(
            max_length=60,
            pattern=r"^[^\x00]*$",
            description="名称、拼音或首字母 / a part of the name, of its pinyin, or its initials",
            examples=["实验", "shiyan", "sy"],
        ),
    ] = ""


class SchoolRow(Shape):
    """One section of one school. ``section`` is empty for a school that does not count; ``reasons`` then say why."""

    school_code: str
    school_name: str
    county_code: str
    county: Words
    section: str
    pupils: Value
    state: Stand
    met: int
    values: dict[str, Value]
    reasons: list[Words]
    suppressed: bool


class SchoolYear(SchoolRow, EditionHead):
    """A section of a school in one school year."""


@router.get(
    "/editions/{slug}/schools", response=Page[SchoolRow], summary="学校（按学段） / schools, section by section"
)
def list_schools(request: HttpRequest, slug: SlugPath, sought: Query[Sought], window: Query[Window]) -> Any:
    """可按区县、学段、结论、名称、拼音或首字母查找 / by county, section, verdict, name, pinyin or initials."""
    edition = queries.edition_of(queries.editions(), which(slug))
    rows = own.schools(edition, county=sought.county, section=sought.section, passes=_passes(sought.state), q=sought.q)
    return page(request, window, rows, shape)


@router.get(
    "/editions/{slug}/schools/{code}", response=list[SchoolRow], summary="一所学校的各学段 / one school's sections"
)
def get_school(request: HttpRequest, slug: SlugPath, code: CodePath) -> Any:
    """学校全精度数值 / its values in full precision."""
    edition = queries.edition_of(queries.editions(), which(slug))
    rows = queries.school_years(code, edition)
    return [shape(one) for one in rows if one.county.edition_id == edition.pk]


@router.get("/schools/{code}", response=list[SchoolYear], summary="一所学校历年 / one school over the years")
def get_school_years(request: HttpRequest, code: CodePath) -> Any:
    """新年在前 / newest first."""
    return [{**edition_head(one.county.edition), **shape(one)} for one in queries.school_years(code)]


def _passes(state: Stand | None) -> tuple[bool | None, ...]:
    return {"met": (True,), "not_met": (False,), "not_judged": (None,), "by_evidence": ()}.get(
        str(state), (True, False, None)
    )


def shape(one: School) -> dict[str, Any]:
    """A row as it is published; of a suppressed school the numbers are not told."""
    return {
        "school_code": one.code,
        "school_name": one.name,
        "county_code": one.county.code,
        "county": one.county.name,
        "section": one.section,
        "pupils": value(one.pupils, suppressed=one.suppressed, applies=bool(one.section)),
        "state": stand(one.passes),
        "met": one.met,
        "values": {
            name: value(held, suppressed=one.suppressed or one.marks.get(name) == "suppressed")
            for name, held in one.values.items()
        },
        "reasons": one.reasons,
        "suppressed": one.suppressed,
    }
