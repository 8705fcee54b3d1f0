"""Asking for the cheapest plan that passes."""

from pathlib import Path

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.kinds import kind_of
from junheng.web.portal.models import Edition
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.actions.start_remedy import start_remedy
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.asking import Asked
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, People
from tests.web.workbench.remedy.ground import FULL, published

ASKED = Asked({}, moving=True, seconds=3.0)


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path)


def test_no_study_starts_without_a_price_and_the_price_is_named(staff: People, edition: Edition) -> None:
    planner = staff.actor("planner")
    set_prices(planner, CITY, {**FULL, "add_L5": "", "add_L5_source": "", "move_L2": "", "move_L2_source": ""})
    with pytest.raises(Refusal) as refused:
        start_remedy(planner, edition, COUNTY, ASKED)
    assert refused.value.why.zh.startswith("缺少单价，不能测算：增加运动场馆、调动骨干教师。")
    with pytest.raises(Refusal, match="增加运动场馆。"):
        start_remedy(planner, edition, COUNTY, Asked({}, moving=False, seconds=3.0))
    assert not RemedyStudy.objects.everything("test").exists()
    set_prices(planner, COUNTY, {"valid_from": "2024-01-01", "add_L5": "9", "add_L5_source": "县"})
    study = start_remedy(planner, edition, COUNTY, Asked({}, moving=False, seconds=3.0))
    assert study.prices[COUNTY]["add"]["L5"] == 9
    assert study.prices[COUNTY]["add"]["L4"] == 3500


@pytest.mark.django_db(transaction=True)
def test_a_row_a_job_an_answer_and_two_events(staff: People, edition: Edition) -> None:
    planner = staff.actor("planner")
    set_prices(planner, CITY, FULL)
    study = start_remedy(planner, edition, "", ASKED, name=" 全市 ")
    assert (study.organisation.code, study.name, study.snapshot) == (CITY, "全市", edition.snapshot)
    assert study.job is not None
    assert study.job.given == {"study": study.pk}
    assert study.job.step["zh"] == "求解：金水区"
    assert (study.job.done, study.job.total) == (2, 2)
    study.refresh_from_db()
    assert study.result is not None
    assert [one["code"] for one in study.result] == [COUNTY]
    assert study.cost == pytest.approx(635_636.37)
    for verb in ("remedy.start", "remedy.done"):
        assert Event.objects.filter(verb=verb, target=f"remedy:{study.pk}").exists()
    answer = study.result
    kind_of("remedy_study").run(_Again(study.pk))  # type: ignore[arg-type]
    study.refresh_from_db()
    assert study.result == answer


class _Again:
    """The job begun a second time; it has nothing left to do."""

    def __init__(self, pk: int) -> None:
        self.given = {"study": pk}


def test_who_may_not_and_counties_without_schools(staff: People, edition: Edition) -> None:
    set_prices(staff.actor("planner"), CITY, FULL)
    with pytest.raises(Http404):
        start_remedy(staff.actor("inspector"), edition, COUNTY, ASKED)
    with pytest.raises(Refusal, match="没有这个区县的学校"):
        start_remedy(staff.actor("planner"), edition, OTHER_COUNTY, ASKED)
