"""The record of a visit: words, a day that can be, files; not of a school that was not drawn."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.record_visit import record_visit
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from junheng.web.evidence.models import Draw, Picture
from junheng.web.kit.refusal import Refusal, Stale
from tests.web.evidence.draws_made import planned
from tests.web.evidence.files import JPEG, upload
from tests.web.people import OTHER_SCHOOL, SCHOOLS, People

TODAY = timezone.localdate()


@pytest.fixture
def revealed(staff: People) -> Draw:
    inspector = staff.actor("inspector")
    return reveal_draw(inspector, commit_draw(inspector, planned(staff).pk, revision=1).pk, revision=2)


def test_it_is_kept_and_may_be_written_again(staff: People, revealed: Draw) -> None:
    inspector = staff.actor("inspector")
    said: dict[str, Any] = {"visited_on": TODAY, "text": "操场在用"}
    held = record_visit(inspector, revealed.pk, OTHER_SCHOOL, revision=1, files=[upload("a.jpg", JPEG)], **said)
    assert (held.revision, held.text) == (2, "操场在用")
    with pytest.raises(Stale):
        record_visit(inspector, revealed.pk, OTHER_SCHOOL, revision=1, **said)
    record_visit(inspector, revealed.pk, OTHER_SCHOOL, revision=2, **said)
    assert Picture.objects.everything("test").count() == 1


@pytest.mark.parametrize(("days", "text"), [(1, "x"), (-1, "x"), (0, "  ")])
def test_impossible_records(staff: People, revealed: Draw, days: int, text: str) -> None:
    day = TODAY + timedelta(days=days)
    with pytest.raises(Refusal):
        record_visit(staff.actor("inspector"), revealed.pk, OTHER_SCHOOL, revision=1, visited_on=day, text=text)


def test_a_school_that_was_not_drawn(staff: People, revealed: Draw) -> None:
    drawn = {one.organisation.code for one in revealed.visits.all()}
    other = next(code for code in SCHOOLS if code not in drawn)
    with pytest.raises(Http404):
        record_visit(staff.actor("inspector"), revealed.pk, other, revision=1, visited_on=TODAY, text="x")
    with pytest.raises(Http404):
        record_visit(staff.actor("county_reviewer"), revealed.pk, OTHER_SCHOOL, revision=1, visited_on=TODAY, text="x")
