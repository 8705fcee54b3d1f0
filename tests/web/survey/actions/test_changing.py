"""A change is checked, locked and whole."""

import pytest
from django.http import Http404

from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Survey
from tests.web.people import People


def test_every_check(staff: People, survey: Survey) -> None:
    inspector = staff.actor("inspector")
    with changing(inspector, survey.pk, revision=1) as held:
        assert held == survey
    with pytest.raises(Stale), changing(inspector, survey.pk, revision=2):
        pass
    with pytest.raises(Refusal), changing(inspector, survey.pk, states=("closed",)):
        pass
    with pytest.raises(NotAllowed), changing(staff.actor("publisher"), survey.pk):
        pass
    with pytest.raises(Http404), changing(staff.actor("planner"), survey.pk):
        pass
