"""The counts as the judge reads them: the table's shape, no number where nothing was asked."""

from junheng.facts.contracts import contract
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.note_talks import note_talks
from junheng.web.survey.models import Survey
from junheng.web.survey.queries import social_of
from tests.web.people import COUNTY, People
from tests.web.survey.conftest import YEAR, Fill


def test_nothing_while_it_is_open(survey: Survey, fill: Fill) -> None:
    fill(parents={"very": 2})
    assert social_of(YEAR).is_empty()
    assert dict(social_of(YEAR).schema) == contract("surveys").schema


def test_the_two_rows_of_form_six(staff: People, survey: Survey, fill: Fill) -> None:
    fill(parents={"very": 2, "unknown": 1}, students={"rather": 1, "not": 1})
    note_talks(staff.actor("inspector"), survey.pk, {"parents": (9, 8), "heads": (1, 1)}, revision=1)
    close_survey(staff.actor("inspector"), survey.pk, revision=2)
    assert social_of(YEAR).rows() == [(COUNTY, "all", 5, 4, 3, 10, 9), (COUNTY, "parents", 3, 2, 2, 9, 8)]
    assert dict(social_of(YEAR).schema) == contract("surveys").schema
    assert social_of(YEAR - 1).is_empty()


def test_no_talks_is_no_number(staff: People, survey: Survey) -> None:
    close_survey(staff.actor("inspector"), survey.pk, revision=1)
    assert social_of(YEAR)["visits"].to_list() == [None, None]
