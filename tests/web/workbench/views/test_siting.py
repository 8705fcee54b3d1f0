"""Where to build: the form, the job, the curve."""

import pytest

from junheng.web.workbench.models import PlanningBase, Study
from tests.web.people import COUNTY, People

FORM = {"county": COUNTY, "section": "primary", "year": "2030", "objective": "distance", "most": "1", "seconds": "0.3"}


@pytest.fixture
def study(staff: People, base: PlanningBase) -> Study:
    answer = staff.client("planner").post("/desk/siting/", FORM)
    assert answer.status_code == 302
    return Study.objects.everything("test").get()


@pytest.mark.django_db(transaction=True)
def test_the_curve_has_a_point_for_every_number_of_schools_with_its_gap(staff: People, study: Study) -> None:
    page = staff.client("inspector").get(f"/desk/siting/{study.pk}/").content.decode()
    study.refresh_from_db()
    assert study.result is not None
    points = study.result["points"]
    assert [one["schools"] for one in points] == [0, 1]
    assert points[1]["mean_metres"] <= points[0]["mean_metres"]
    assert all(one["bound"] <= one["objective"] for one in points)
    assert points[0]["opened"] == []
    assert "取舍曲线" in page
    assert page.count('class="dot') == 2
    assert "现状：不建不扩" in page
    assert staff.client("inspector").get(f"/desk/horizon/{study.pk}/").status_code == 404
    assert study.gap == points[-1]["gap"]
    first = staff.client("inspector").get(f"/desk/siting/{study.pk}/?point=0").content.decode()
    assert "至多新建 0 所的方案" in first
    csv = staff.client("inspector").get(f"/desk/siting/{study.pk}/?format=csv&table=trade_off")
    assert "样例地块" in csv.content.decode("utf-8-sig")
    assert "where to build" in staff.client("inspector").get(f"/en/desk/siting/{study.pk}/").content.decode()


def test_only_planners_run_studies(staff: People, base: PlanningBase) -> None:
    assert staff.client("inspector").post("/desk/siting/", FORM).status_code == 403
    page = staff.client("inspector").get("/desk/siting/").content.decode()
    assert '<form class="form asked"' not in page


def test_a_wrong_form_is_told_and_starts_nothing(staff: People, base: PlanningBase) -> None:
    answer = staff.client("planner").post("/desk/siting/", {**FORM, "most": "many", "budget": "-1", "objective": "x"})
    assert answer.status_code == 422
    for title in ("新建学校数", "预算", "目标"):
        assert f"“{title}”应为" in answer.content.decode()
    assert not Study.objects.everything("test").exists()


@pytest.mark.django_db(transaction=True)
def test_a_county_that_is_not_in_reach_does_not_see_it(staff: People, study: Study) -> None:
    assert staff.client("other_reviewer").get(f"/desk/siting/{study.pk}/").status_code == 404
