"""The public page of a plan: for everybody, with what changes for each, and with nothing else."""

import json

import pytest
from django.test import Client

from junheng.web.workbench.actions.decide_plan import decide_plan
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.models import PlanState, ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B


@pytest.fixture
def heard(staff: People, plan: ZonePlan) -> ZonePlan:
    move_areas(staff.actor("planner"), plan.pk, [AREAS[1]], B, revision=1)
    return decide_plan(staff.actor("planner"), plan.pk, PlanState.HEARING, revision=2)


def test_a_draft_and_a_withdrawn_plan_are_nowhere(client: Client, staff: People, plan: ZonePlan) -> None:
    for at in (f"/zoning/{plan.pk}/", f"/zoning/{plan.pk}/download/zones.geojson"):
        assert client.get(at).status_code == 404
    decide_plan(staff.actor("planner"), plan.pk, PlanState.WITHDRAWN, revision=1)
    assert client.get(f"/zoning/{plan.pk}/").status_code == 404
    assert "没有公布的学区方案" in client.get("/zoning/").content.decode()


def test_everybody_reads_what_changes(client: Client, heard: ZonePlan) -> None:
    assert heard.name in client.get("/zoning/").content.decode()
    page = client.get(f"/zoning/{heard.pk}/").content.decode()
    assert "约 <b>10</b> 名学生将换学校，涉及 12 个片区中的 1 个" in page
    mine = client.get(f"/zoning/{heard.pk}/", {"area": AREAS[1]}).content.decode()
    assert "会变化。" in mine
    other = client.get(f"/zoning/{heard.pk}/", {"area": AREAS[0]}).content.decode()
    assert "不变。" in other
    assert "会变化。" not in other
    found = client.get(f"/zoning/{heard.pk}/", {"q": "第1街道"}).content.decode()
    assert found.count('<li><a href="?area=') == 4
    assert "没有找到" in client.get(f"/zoning/{heard.pk}/", {"q": "<b>"}).content.decode()
    assert client.get(f"/en/zoning/{heard.pk}/").status_code == 200


@pytest.mark.parametrize("table", ["zones", "areas"])
@pytest.mark.parametrize("format_", ["csv", "xlsx", "docx", "pdf"])
def test_every_table_comes_as_a_file(client: Client, heard: ZonePlan, table: str, format_: str) -> None:
    answer = client.get(f"/zoning/{heard.pk}/", {"format": format_, "table": table})
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]


def test_zones_come_as_files_for_maps(client: Client, heard: ZonePlan) -> None:
    held = json.loads(client.get(f"/zoning/{heard.pk}/download/zones.geojson").content)
    assert len(held["features"]) == 3
    assert client.get(f"/zoning/{heard.pk}/download/zones.zip").content[:2] == b"PK"
    assert client.get(f"/zoning/{heard.pk}/download/plan.json").status_code == 404
    assert client.get(f"/zoning/{heard.pk}/", {"format": "exe"}).status_code == 404
