"""Returning with reasons."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.lifecycle import Note
from junheng.web.reporting.models import State, Submission
from junheng.web.review import queries
from junheng.web.review.actions.send_back import send_back
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted


def test_the_remarks_stand_until_it_is_approved(crew: People, mine: dict[str, Submission]) -> None:
    held = submitted(mine[SCHOOLS[0]], crew)
    actor = crew.actor("county_reviewer")
    with pytest.raises(Refusal):
        send_back(actor, held.pk, revision=held.revision, notes=[Note(" ")])
    held = send_back(actor, held.pk, revision=held.revision, comment="见标注", notes=[Note("不符", "a", "b", "C1")])
    assert held.state == State.RETURNED
    assert [one.text for one in queries.standing_remarks(held)] == ["不符"]
    assert held.current is not None
    assert [one.text for one in queries.remarks_on(held.current)] == ["见标注", "不符"]
