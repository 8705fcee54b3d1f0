"""Asking for a study."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.start_study import start_study
from junheng.web.workbench.models import PlanningBase, Study, StudyKind
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, People

ASKED = {"section": "primary", "year": 2030, "most": 0, "seconds": 0.2}


def test_a_row_a_job_and_an_event(staff: People, base: PlanningBase) -> None:
    study = start_study(
        staff.actor("planner"), base, StudyKind.SITING, county=COUNTY, parameters=ASKED, name=" 布点 " + "长" * 200
    )
    assert study.organisation.code == COUNTY
    assert study.name.startswith("布点")
    assert len(study.name) == 100
    assert study.job is not None
    assert study.job.given == {"study": study.pk}
    assert Event.objects.filter(verb="study.start", target=f"study:{study.pk}").exists()


def test_the_city_is_asked_about_without_a_county(staff: People, base: PlanningBase) -> None:
    study = start_study(staff.actor("planner"), base, StudyKind.SITING, county="", parameters=ASKED)
    assert study.organisation.code == CITY


def test_who_may_not_run_studies_and_counties_without_areas(staff: People, base: PlanningBase) -> None:
    with pytest.raises(Http404):
        start_study(staff.actor("inspector"), base, StudyKind.SITING, county=COUNTY, parameters=ASKED)
    with pytest.raises(Refusal):
        start_study(staff.actor("planner"), base, StudyKind.SITING, county=OTHER_COUNTY, parameters=ASKED)
    assert not Study.objects.everything("test").exists()
