"""Reach, responses without small numbers, the sample."""

import pytest
from django.http import Http404

from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.models import Survey
from junheng.web.survey.queries import surveys
from tests.web.people import People
from tests.web.survey.conftest import Codes, Fill


def test_everybody_sees_their_own(staff: People, survey: Survey) -> None:
    seen = {role for role in staff.users if surveys.surveys(staff.actor(role)).exists()}
    assert seen == {"county_reviewer", "city_statistician", "inspector", "publisher"}
    with pytest.raises(Http404):
        surveys.survey_of(staff.actor("other_reviewer"), survey.pk)
    with pytest.raises(Http404):
        surveys.released_survey(survey.pk)


def test_few_answers_are_not_told(survey: Survey, made: Codes, fill: Fill) -> None:
    fill(parents={"very": 9}, heads={"very": 2})
    held = {one.id: (one.codes, one.online, one.paper) for one in surveys.response(survey)}
    assert (held["parents"], held["heads"], held["public"]) == ((9, 9, 0), (2, None, 0), (0, 0, 0))
    assert [surveys.told(number, 7) for number in (0, 1, 7, 8)] == [0, None, None, 8]


def test_the_sample(staff: People, survey: Survey, fill: Fill) -> None:
    fill(parents={"very": 60}, students={"very": 39})
    held = close_survey(staff.actor("inspector"), survey.pk, revision=1)
    found = surveys.sample_of(held)
    assert (found.least, found.enough, found.parents_enough) == (100, False, True)
    held.population = None
    assert surveys.sample_of(held).enough is None
