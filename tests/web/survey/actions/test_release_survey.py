"""Only the publisher releases, and only what is closed."""

import pytest

from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.release_survey import release_survey
from junheng.web.survey.models import Survey
from tests.web.people import People


def test_releasing(staff: People, survey: Survey) -> None:
    with pytest.raises(Refusal, match="进行中"):
        release_survey(staff.actor("publisher"), survey.pk, revision=1)
    close_survey(staff.actor("inspector"), survey.pk, revision=1)
    with pytest.raises(NotAllowed):
        release_survey(staff.actor("inspector"), survey.pk, revision=2)
    held = release_survey(staff.actor("publisher"), survey.pk, revision=2)
    assert held.state == "released"
    assert held.released_on is not None
