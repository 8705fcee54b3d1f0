# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Plans of school zones that are put before the public: what they change, and for whom."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema

from junheng.publish.table import Suppressed
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import IdPath, Value, Words, value
from junheng.web.api.tables import TableShape, shaped
from junheng.web.workbench import hearing, queries
from junheng.web.workbench.models import ZonePlan

router = Router(tags=["zoning"])


class Zoning(Schema):
    """``county`` is the code of the county; ``heard_from`` the moment it was put before the public."""

    id: int
    name: str
    county: str
    county_name: Words
    section: str
    year: int
    state: Literal["hearing", "adopted"]
    heard_from: str | None
    synthetic: bool


class ZoningWhole(Zoning):
    """``pupils_changing`` is rounded to tens; ``zones`` has a row a school, ``areas`` a row an area, without counts."""

    pupils_changing: Value
    areas_changing: int
    areas_count: int
    zones: TableShape
    areas: TableShape


@router.get("/zonings", response=Page[Zoning], summary="公示和已采用的学区方案 / plans of zones")
def list_zonings(request: HttpRequest, window: Query[Window]) -> Any:
    """新的在前 / newest first."""
    return page(request, window, queries.public_plans(), _head)


@router.get("/zonings/{plan_id}", response=ZoningWhole, summary="一个学区方案 / one plan of zones")
def get_zoning(request: HttpRequest, plan_id: IdPath) -> Any:
    """各学校学区与各片区的变化 / every zone, and what changes in every area."""
    plan, land, editing = hearing.opened_plan(plan_id)
    head = hearing.headline(plan, land, editing)
    changing = None if isinstance(head.changing, Suppressed) else head.changing
    return {
        **_head(plan),
        "pupils_changing": value(changing, suppressed=changing is None),
        "areas_changing": head.areas,
        "areas_count": head.of,
        "zones": shaped(hearing.zones_table(plan, land, editing)),
        "areas": shaped(hearing.areas_table(plan, land, editing)),
    }


def _head(plan: ZonePlan) -> dict[str, Any]:
    place = plan.organisation
    return {
        "id": plan.pk,
        "name": plan.name,
        "county": place.code,
        "county_name": {"zh": place.name, "en": place.name_en or place.name},
        "section": plan.section,
        "year": plan.base.year,
        "state": plan.state,
        "heard_from": plan.heard_from.isoformat() if plan.heard_from else None,
        "synthetic": plan.base.synthetic,
    }
