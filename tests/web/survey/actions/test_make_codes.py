"""Codes are given out once; the database holds digests."""

import pytest
from django.http import Http404

from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.make_codes import MOST, make_codes
from junheng.web.survey.codes import digest
from junheng.web.survey.models import Code, Survey
from tests.web.people import People


def test_a_batch(staff: People, survey: Survey) -> None:
    batch, made = make_codes(staff.actor("inspector"), survey.pk, group="parents", size=200, label=" 三班 ")
    held = set(Code.objects.everything("test").values_list("digest", flat=True))
    assert (batch.size, batch.label, len(set(made))) == (200, "三班", 200)
    assert held == {digest(one) for one in made}
    assert not held & set(made)


@pytest.mark.parametrize(("group", "size"), [("parents", 0), ("parents", MOST + 1), ("martians", 5), ("", 5)])
def test_what_makes_no_batch(staff: People, survey: Survey, group: str, size: int) -> None:
    with pytest.raises(Refusal):
        make_codes(staff.actor("inspector"), survey.pk, group=group, size=size)
    assert not Code.objects.everything("test").exists()


def test_who_may_not_and_when(staff: People, survey: Survey) -> None:
    with pytest.raises(NotAllowed):
        make_codes(staff.actor("county_reviewer"), survey.pk, group="parents", size=1)
    with pytest.raises(Http404):
        make_codes(staff.actor("other_reviewer"), survey.pk, group="parents", size=1)
    close_survey(staff.actor("inspector"), survey.pk, revision=1)
    with pytest.raises(Refusal, match="已结束"):
        make_codes(staff.actor("inspector"), survey.pk, group="parents", size=1)
