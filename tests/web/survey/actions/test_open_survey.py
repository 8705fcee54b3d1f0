"""Opening: one a county and year, by those who run surveys there."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from junheng.policy.errors import PolicyError
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.survey.actions.open_survey import open_survey
from junheng.web.survey.models import Survey
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, SCHOOLS, People

TODAY = timezone.localdate()


def test_one_a_year(staff: People, survey: Survey) -> None:
    assert (survey.state, survey.population, survey.questionnaire) == ("open", 100_000, "recognition")
    assert Event.objects.get(verb="survey.open").path == "410100/410105/"
    with pytest.raises(Refusal, match="已有调查"):
        open_survey(staff.actor("inspector"), COUNTY, year=2025, opens=TODAY, closes=TODAY)
    open_survey(staff.actor("inspector"), COUNTY, year=2024, opens=TODAY, closes=TODAY)


def test_the_days_are_in_order(staff: People) -> None:
    with pytest.raises(Refusal, match="早于"):
        open_survey(staff.actor("inspector"), COUNTY, year=2025, opens=TODAY, closes=TODAY - timedelta(days=1))


@pytest.mark.parametrize("role", ["county_reviewer", "publisher", "school_reporter", "system_admin"])
def test_who_may_not(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        open_survey(staff.actor(role), COUNTY, year=2025, opens=TODAY, closes=TODAY)


@pytest.mark.parametrize("code", [CITY, SCHOOLS[0], "nowhere", ""])
def test_only_for_counties(staff: People, code: str) -> None:
    with pytest.raises(NotAllowed):
        open_survey(staff.actor("inspector"), code, year=2025, opens=TODAY, closes=TODAY)


def test_a_broken_questionnaire_opens_nothing(staff: People, settings: Settings) -> None:
    settings.JUNHENG_QUESTIONNAIRE = "/nowhere.yaml"
    with pytest.raises(PolicyError):
        open_survey(staff.actor("inspector"), OTHER_COUNTY, year=2025, opens=TODAY, closes=TODAY)
    assert not Survey.objects.everything("test").exists()
