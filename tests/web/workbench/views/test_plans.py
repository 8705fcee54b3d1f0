"""The list of plans, a new one, the way to the hearing."""

import pytest

from junheng.web.operations.models import Job
from junheng.web.workbench.models import PlanningBase, ZonePlan
from tests.web.people import COUNTY, OTHER_COUNTY, People


def test_the_planner_draws_a_plan_and_readers_have_no_form(staff: People, base: PlanningBase) -> None:
    client = staff.client("planner")
    given = {"base": base.pk, "county": COUNTY, "section": "primary", "name": "<script>方案"}
    answer = client.post("/desk/zoning/", given)
    made = ZonePlan.objects.everything("test").get()
    assert answer["location"] == f"/desk/zoning/{made.pk}/"
    page = client.get("/desk/zoning/").content.decode()
    assert "&lt;script&gt;方案" in page
    assert 'name="county"' in page
    assert 'name="county"' not in staff.client("inspector").get("/desk/zoning/").content.decode()


def test_a_plan_without_ground_is_refused_on_the_page(staff: People, base: PlanningBase) -> None:
    given = {"base": base.pk, "county": OTHER_COUNTY, "section": "primary", "name": "x"}
    answer = staff.client("planner").post("/desk/zoning/", given)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("role", ["finance", "city_statistician", "publisher"])
def test_others_are_turned_away(staff: People, plan: ZonePlan, role: str) -> None:
    assert staff.client(role).get("/desk/zoning/").status_code == 403


def test_readers_change_nothing(staff: People, plan: ZonePlan) -> None:
    for role in ("inspector", "county_reviewer"):
        client = staff.client(role)
        for what in ("edit", "copy", "state", "solve"):
            given = {"revision": 1, "do": "undo", "name": "x", "state": "hearing"}
            assert client.post(f"/desk/zoning/{plan.pk}/{what}/", given).status_code == 403
        assert client.post(
            "/desk/zoning/", {"base": plan.base_id, "county": COUNTY, "section": "primary", "name": "x"}
        ).status_code in {403, 404}
    assert ZonePlan.objects.everything("test").count() == 1


def test_copy_hearing_and_a_state_that_is_none(staff: People, plan: ZonePlan) -> None:
    client = staff.client("planner")
    assert client.post(f"/desk/zoning/{plan.pk}/copy/", {"name": "副本"}).status_code == 302
    assert client.post(f"/desk/zoning/{plan.pk}/state/", {"state": "draft", "revision": 1}).status_code == 422
    assert client.post(f"/desk/zoning/{plan.pk}/state/", {"state": "hearing", "revision": 9}).status_code == 409
    assert client.post(f"/desk/zoning/{plan.pk}/state/", {"state": "hearing", "revision": 1}).status_code == 302
    assert ZonePlan.objects.everything("test").get(pk=plan.pk).state == "hearing"


def test_the_solvers_form_leads_to_its_job_and_takes_no_nonsense(staff: People, plan: ZonePlan) -> None:
    client, at = staff.client("planner"), f"/desk/zoning/{plan.pk}/solve/"
    good = {"class_size": 45, "change_metres": 10, "seconds": 1, "cap": ""}
    for wrong in ({"class_size": 0}, {"class_size": 81}, {"seconds": 121}, {"cap": "x"}, {"change_metres": "-1"}):
        assert client.post(at, {**good, **wrong}).status_code == 422
    answer = client.post(at, good)
    job = Job.objects.everything("test").get()
    assert answer["location"] == f"/desk/jobs/{job.pk}/"
    assert job.organisation == plan.organisation
