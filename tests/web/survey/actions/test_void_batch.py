"""A lost sheet opens nothing any more; what was answered with it stays."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.survey.actions.answer import answer
from junheng.web.survey.actions.void_batch import void_batch
from junheng.web.survey.models import Answer, Batch, Survey
from tests.web.people import People
from tests.web.survey.conftest import Codes, everything


def test_voiding(staff: People, survey: Survey, made: Codes) -> None:
    first, second = made("parents", 2)
    answer(first, everything("parents"))
    batch = Batch.objects.everything("test").get()
    assert void_batch(staff.actor("inspector"), survey.pk, batch.pk).voided
    with pytest.raises(Refusal):
        answer(second, everything("parents"))
    assert Answer.objects.everything("test").count() == 1
    with pytest.raises(Refusal, match="已经作废"):
        void_batch(staff.actor("inspector"), survey.pk, batch.pk)
    with pytest.raises(Refusal):
        void_batch(staff.actor("inspector"), survey.pk, 999)
