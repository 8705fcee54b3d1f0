"""A plan as the tests use it."""

from typing import Any

from junheng.policy.draw import Visitor
from junheng.web.evidence.actions.plan_draw import plan_draw
from junheng.web.evidence.models import Draw
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS, People

PLAN: dict[str, Any] = {
    "year": 2025,
    "title": "秋季核查",
    "quotas": {f"{COUNTY}|unknown": 2, f"{OTHER_COUNTY}|unknown": 1},
    "visitors": [Visitor("D01", (OTHER_COUNTY,)), Visitor("D02", (SCHOOLS[0],)), Visitor("D03")],
    "names": {"D01": "inspector"},
    "team": 1,
}


def planned(staff: People, **changes: Any) -> Draw:
    return plan_draw(staff.actor("inspector"), **{**PLAN, **changes})
