"""Asking something further of an answered study."""

from pathlib import Path

import pytest
from django.http import Http404

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.ask_remedy import ask_remedy
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.actions.start_remedy import start_remedy
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.asking import Asked
from tests.web.people import CITY, COUNTY, People
from tests.web.workbench.remedy.ground import FULL, published

YEARS = {"first": 2026, "last": 2026, "money": [9e6], "lead": {}}


@pytest.fixture
def study(staff: People, tmp_path: Path) -> RemedyStudy:
    planner = staff.actor("planner")
    set_prices(planner, CITY, FULL)
    study = start_remedy(planner, published(tmp_path), COUNTY, Asked({}, moving=True, seconds=3.0))
    study.refresh_from_db()
    return study


@pytest.mark.django_db(transaction=True)
def test_the_question_is_kept_with_its_job_and_answer(staff: People, study: RemedyStudy) -> None:
    ask_remedy(staff.actor("planner"), study, "years", YEARS)
    study.refresh_from_db()
    held = study.further["years"]
    assert (held["number"], held["asked"]) == (1, YEARS)
    assert held["job"] is not None
    assert held["answer"]["order"] is not None


def test_who_may_not_and_studies_without_an_answer(staff: People, study: RemedyStudy) -> None:
    with pytest.raises(Http404):
        ask_remedy(staff.actor("inspector"), study, "years", YEARS)
    study.result = None
    with pytest.raises(Refusal, match="还没有算完"):
        ask_remedy(staff.actor("planner"), study, "years", YEARS)
    assert study.further == {}
