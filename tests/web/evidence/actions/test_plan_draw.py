"""A plan that cannot be drawn from is refused in words."""

from typing import Any

import pytest

from junheng.policy.draw import Visitor
from junheng.web.evidence.actions.plan_draw import plan_draw
from junheng.web.evidence.models import Draw
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.evidence.draws_made import PLAN, planned
from tests.web.people import CITY, COUNTY, People


def test_the_list_is_everything_in_reach(staff: People) -> None:
    held = planned(staff)
    assert (held.state, held.organisation.code, len(held.listed["units"])) == ("planned", CITY, 4)
    assert held.names == {"D01": "inspector"}
    assert "inspector" not in str(held.listed)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"title": " "}, "名称"),
        ({"quotas": {}}, "至少"),
        ({"quotas": {f"{COUNTY}|unknown": 4}}, "不能多于"),
        ({"quotas": {"nowhere": 1}}, "nowhere"),
        ({"team": 9}, "每校督学数"),
        ({"visitors": [Visitor("D01"), Visitor("D01")]}, "编号重复"),
    ],
)
def test_what_cannot_be_drawn(staff: People, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        planned(staff, **changes)
    assert not Draw.objects.everything("test").exists()


@pytest.mark.parametrize("role", ["county_reviewer", "publisher", "city_statistician"])
def test_who_may_not(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        plan_draw(staff.actor(role), **PLAN)
