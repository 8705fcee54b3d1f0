"""The editor: a page with a script, a form that works without it, an answer for each."""

import pytest
from django.test import Client

from junheng.web.workbench.actions.decide_plan import decide_plan
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.models import PlanState, ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B, C

JSON = {"accept": "application/json"}


def zones() -> dict[str, str]:
    held: dict[str, str] = ZonePlan.objects.everything("test").order_by("pk")[0].zones
    return held


def test_a_script_runs_on_this_page_and_on_no_other(staff: People, plan: ZonePlan) -> None:
    client, at = staff.client("planner"), f"/desk/zoning/{plan.pk}/"
    policy = client.get(at)["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    decide_plan(staff.actor("planner"), plan.pk, PlanState.HEARING, revision=1)
    for other in ("/desk/zoning/", f"/zoning/{plan.pk}/", "/zoning/", "/desk/"):
        assert "script-src" not in client.get(other)["Content-Security-Policy"]
        assert "<script" not in client.get(other).content.decode()


def test_the_page_shows_every_area_and_school_and_no_form_to_readers(staff: People, plan: ZonePlan) -> None:
    page = staff.client("planner").get(f"/desk/zoning/{plan.pk}/").content.decode()
    assert page.count('class="a z') == 12
    assert page.count("<option value=") >= 15
    assert 'id="edit"' in page
    reader = staff.client("county_reviewer").get(f"/desk/zoning/{plan.pk}/").content.decode()
    assert 'id="edit"' not in reader
    assert 'id="decide"' not in reader
    assert staff.client("other_reviewer").get(f"/desk/zoning/{plan.pk}/").status_code == 404
    assert Client().get(f"/desk/zoning/{plan.pk}/").status_code == 302


def test_the_plain_form_moves_undoes_locks_and_says_why_not(staff: People, plan: ZonePlan) -> None:
    client, at = staff.client("planner"), f"/desk/zoning/{plan.pk}/"
    answer = client.post(f"{at}edit/", {"do": "move", "revision": 1, "areas": [AREAS[1], AREAS[9]], "school": B})
    assert answer["location"] == at
    assert zones() == {**plan.zones, AREAS[1]: B, AREAS[9]: B}
    client.post(f"{at}edit/", {"do": "undo", "revision": 2})
    assert zones() == plan.zones
    client.post(f"{at}edit/", {"do": "redo", "revision": 3})
    assert zones()[AREAS[1]] == B
    client.post(f"{at}edit/", {"do": "lock", "revision": 4, "areas": [AREAS[1]]})
    answer = client.post(f"{at}edit/", {"do": "move", "revision": 5, "areas": [AREAS[1]], "school": C}, follow=True)
    assert "已锁定" in answer.content.decode()
    client.post(f"{at}edit/", {"do": "unlock", "revision": 5, "areas": [AREAS[1]]})
    client.post(f"{at}edit/", {"do": "move", "revision": 6, "areas": [AREAS[1]], "school": C})
    assert zones()[AREAS[1]] == C


def test_the_script_gets_numbers_and_a_stale_one_a_notice(staff: People, plan: ZonePlan) -> None:
    client, at = staff.client("planner"), f"/desk/zoning/{plan.pk}/edit/"
    answer = client.post(at, {"do": "move", "revision": 1, "areas": [AREAS[1]], "school": B}, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["revision"] == 2
    late = client.post(at, {"do": "move", "revision": 1, "areas": [AREAS[2]], "school": C}, headers=JSON)
    assert late.status_code == 409
    assert "其他人" in late.json()["why"]
    assert zones() == {**plan.zones, AREAS[1]: B}


@pytest.mark.parametrize("given", [{}, {"do": "x", "revision": 1}, {"do": "move"}, {"do": "move", "revision": "x"}])
def test_nonsense_is_refused(staff: People, plan: ZonePlan, given: dict[str, object]) -> None:
    assert staff.client("planner").post(f"/desk/zoning/{plan.pk}/edit/", given, headers=JSON).status_code == 422


def test_a_forged_request_is_turned_away(staff: People, plan: ZonePlan) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff.users["planner"], "junheng.web.accounts.backend.DeskBackend")
    answer = client.post(
        f"/desk/zoning/{plan.pk}/edit/", {"do": "move", "revision": 1, "areas": [AREAS[1]], "school": B}
    )
    assert answer.status_code == 403
    assert zones() == plan.zones


def test_another_plan_is_laid_beside_it(staff: People, plan: ZonePlan) -> None:
    move_areas(staff.actor("planner"), plan.pk, [AREAS[1]], B, revision=1)
    page = staff.client("planner").get(f"/desk/zoning/{plan.pk}/?with=today").content.decode()
    assert "1 个片区所属学校不同，涉及学生 12 人" in page
