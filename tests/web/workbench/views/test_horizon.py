"""The plan to the horizon from form to draft."""

import json

import pytest

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.web.workbench import jobs
from junheng.web.workbench.models import PlanningBase, Study, ZonePlan
from tests.web.people import COUNTY, People

FORM = {"name": "样例规划", "county": COUNTY, "years": "2026,2030", "seconds": "0.3"}


@pytest.fixture
def study(staff: People, base: PlanningBase) -> Study:
    answer = staff.client("planner").post("/desk/horizon/", FORM)
    assert answer.status_code == 302, answer.content.decode()
    return Study.objects.everything("test").get()


@pytest.mark.django_db(transaction=True)
def test_the_whole_way(staff: People, study: Study) -> None:
    study.refresh_from_db()
    assert study.result is not None
    client = staff.client("planner")
    page = client.get(f"/desk/horizon/{study.pk}/?year=2030&section=junior").content.decode()
    assert "样例规划" in page
    assert "规划后学位＝现有学位＋到该年的项目新增" in page
    assert "≠" not in page
    assert client.get(f"/desk/siting/{study.pk}/").status_code == 404
    for name in ("plan.docx", "plan.pdf", "plan-tables.xlsx", "projects.xlsx"):
        file = client.get(f"/desk/horizon/{study.pk}/files/{name}")
        assert file.status_code == 200
        assert len(file.content) > 1000
    assert client.get(f"/desk/horizon/{study.pk}/files/secret.txt").status_code == 404
    _same_children(study)
    form = {"county": COUNTY, "section": "primary", "year": "2026"}
    answer = client.post(f"/desk/horizon/{study.pk}/zones/", form)
    plan = ZonePlan.objects.everything("test").get()
    assert answer["Location"].endswith(f"/desk/zoning/{plan.pk}/")
    assert client.get(answer["Location"]).status_code == 200
    assert client.post(f"/desk/horizon/{study.pk}/zones/", {**form, "year": "2031"}).status_code == 422
    assert staff.client("inspector").post(f"/desk/horizon/{study.pk}/zones/", form).status_code == 403


def _same_children(study: Study) -> None:
    assert study.result is not None
    for row in study.result["key_figures"]:
        plans = [
            one["children"]
            for one in study.result["zone_plans"]
            if (one["year"], one["section"]) == (row["year"], row["section"])
        ]
        assert sum(plans) == row["children"]
    assert json.loads(json.dumps(study.result)) == study.result


def test_wrong_years_are_told(staff: People, base: PlanningBase) -> None:
    for years in ("2025", "2030,2030", "next year", "2026,2027,2028,2029,2030,2031,2032"):
        answer = staff.client("planner").post("/desk/horizon/", {**FORM, "years": years})
        assert answer.status_code == 422
        assert "规划年份" in answer.content.decode()


def test_only_planners_run_it_and_everyone_who_sees_plans_reads_it(staff: People, base: PlanningBase) -> None:
    assert staff.client("inspector").post("/desk/horizon/", FORM).status_code == 403
    assert staff.client("inspector").get("/desk/horizon/").status_code == 200
    assert staff.client("personnel").get("/desk/horizon/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_base_that_cannot_be_planned_on_is_told_in_words(
    staff: People, base: PlanningBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unfit(*_: object) -> None:
        where = Text("规划用地表第 2 行", "sites, row 2")
        raise UnfitInputError([Fault("site_without_land", where)] * 7)

    monkeypatch.setattr(jobs, "plan", unfit)
    staff.client("planner").post("/desk/horizon/", FORM)
    study = Study.objects.everything("test").get()
    assert study.result is None
    assert study.job is not None
    assert study.job.state == "failed"
    assert study.job.fault is not None
    assert "没有用地面积" in study.job.fault["zh"]
    assert "and 2 more" in study.job.fault["en"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [({}, {}), ({"below": "100", "farthest": "3000"}, {"merge.below": 100.0, "merge.metres": 3000.0})],
)
def test_schools_merge_only_by_numbers_that_somebody_gives(
    staff: People, base: PlanningBase, typed: dict[str, str], kept: dict[str, float]
) -> None:
    assert staff.client("planner").post("/desk/horizon/", FORM | typed).status_code == 302
    assert Study.objects.everything("test").get().parameters["own_norms"] == kept


def test_a_merger_of_no_sensible_size_is_refused(staff: People, base: PlanningBase) -> None:
    answer = staff.client("planner").post("/desk/horizon/", {**FORM, "below": "0", "farthest": "1"})
    assert answer.status_code == 422
    assert "撤并人数" in answer.content.decode()
    assert "撤并后最远路程" in answer.content.decode()
