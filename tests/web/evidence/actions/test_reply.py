"""The county agrees, or objects and says why."""

import pytest

from junheng.web.evidence.actions.reply import reply
from junheng.web.evidence.models import Reply
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import COUNTY, People


def test_agreeing_needs_no_words(staff: People, bring: Bring) -> None:
    bring("found")
    case = reply(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", revision=2, agrees=True, text="")
    assert (case.state, Reply.objects.everything("test").get().agrees) == ("replied", True)


def test_objecting_does(staff: People, bring: Bring) -> None:
    bring("found")
    reviewer, county = staff.actor("county_reviewer"), staff.places[COUNTY]
    with pytest.raises(Refusal, match="理由"):
        reply(reviewer, county, YEAR, "G1", revision=2, agrees=False, text=" ")
    reply(reviewer, county, YEAR, "G1", revision=2, agrees=False, text="已整改")
    with pytest.raises(Refusal, match="待确认"):
        reply(reviewer, county, YEAR, "G1", revision=3, agrees=True, text="")


@pytest.mark.parametrize("role", ["inspector", "school_reporter", "other_reviewer"])
def test_nobody_else_replies(staff: People, bring: Bring, role: str) -> None:
    bring("found")
    with pytest.raises(NotAllowed):
        reply(staff.actor(role), staff.places[COUNTY], YEAR, "G1", revision=2, agrees=True, text="")
