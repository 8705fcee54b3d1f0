"""Closing counts, deletes every code, and happens once."""

import pytest

from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.survey.actions.answer import answer
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.counting import of
from junheng.web.survey.models import Code, Survey
from tests.web.people import People
from tests.web.survey.conftest import Codes, Fill, everything


def test_closing(staff: People, survey: Survey, made: Codes, fill: Fill) -> None:
    left = made("parents", 1)[0]
    fill(parents={"very": 3, "not": 1, "unknown": 1})
    held = close_survey(staff.actor("inspector"), survey.pk, revision=1)
    assert [of(held.counts, "parents", one) for one in ("returned", "valid", "satisfied")] == [5, 4, 3]
    assert not Code.objects.everything("test").exists()
    with pytest.raises(Refusal, match="无效"):
        answer(left, everything("parents"))
    with pytest.raises(Stale):
        close_survey(staff.actor("inspector"), survey.pk, revision=1)
    with pytest.raises(Refusal, match="已结束"):
        close_survey(staff.actor("inspector"), survey.pk, revision=2)
