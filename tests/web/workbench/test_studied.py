"""Studies as tables."""

from dataclasses import asdict

import pytest
from django.utils.translation import override

from junheng.web.workbench.models import PlanningBase, Study, StudyKind
from junheng.web.workbench.studied import GOALS, point_table, result_of, siting_name, title_of
from junheng.web.workbench.tradeoff import OBJECTIVES, Wanted
from tests.web.people import COUNTY, People

POINT = {
    "schools": 1,
    "opened": ["S1"],
    "extended": {"2141000001": 2},
    "money": 50_000.0,
    "mean_metres": 700.0,
    "farthest_metres": 1500.0,
    "within": 0.25,
    "unserved": 0,
    "objective": 2.0,
    "bound": 1.0,
    "gap": 1.0,
}


@pytest.fixture
def study(staff: People, base: PlanningBase) -> Study:
    return Study.objects.create(
        kind=StudyKind.SITING,
        base=base,
        organisation=staff.places[COUNTY],
        county_code=COUNTY,
        result={"points": [POINT]},
    )


def test_points_are_named_and_rounded_for_people(study: Study) -> None:
    row = point_table(study).records()[0]
    assert row["sites"] == "样例地块"
    assert (row["grown"], row["classes"], row["money"], row["within"], row["gap"]) == (1, 2, 5.0, 25.0, 100.0)


def test_doing_nothing_stands_first_and_extending_alone_is_called_so(study: Study) -> None:
    nothing = {**POINT, "opened": [], "extended": {}, "schools": 0, "money": 0.0, "unserved": 9}
    study.result = {"today": nothing, "points": [{**POINT, "schools": 0}, POINT]}
    rows = point_table(study).records()
    assert [one["plan"].zh for one in rows] == ["现状：不建不扩", "只扩班，不新建", "至多新建1所"]
    assert (rows[0]["schools"], rows[0]["classes"], rows[0]["unserved"]) == (0, 0, 9)


def test_a_siting_is_called_after_its_question_in_the_language_of_the_page(study: Study) -> None:
    study.parameters = asdict(Wanted("junior", 2030))
    study.name = "旧名"
    assert title_of(study) == "金水区 2030年初中布点"
    with override("en"):
        assert title_of(study) == "金水区 2030, where to build (Junior secondary)"
    study.kind = StudyKind.HORIZON
    assert title_of(study) == "旧名"


def test_a_study_at_work_has_no_answer_yet(study: Study) -> None:
    study.result = None
    assert result_of(study) == {}


def test_names_say_what_was_asked(staff: People) -> None:
    assert siting_name(COUNTY, Wanted("junior", 2030)) == "金水区 2030年初中布点"
    assert set(GOALS) == set(OBJECTIVES)
