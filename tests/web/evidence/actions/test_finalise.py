"""Final only after the reply or its day, and once."""

import pytest

from junheng.web.evidence.actions.finalise import finalise
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import COUNTY, People


def test_after_the_reply(staff: People, bring: Bring) -> None:
    bring("replied")
    county = staff.places[COUNTY]
    assert finalise(staff.actor("inspector"), county, YEAR, "G1", revision=3).state == "final"
    with pytest.raises(Stale):
        finalise(staff.actor("inspector"), county, YEAR, "G1", revision=3)
    with pytest.raises(Refusal):
        finalise(staff.actor("inspector"), county, YEAR, "G1", revision=4)


def test_not_while_the_county_may_still_reply(staff: People, bring: Bring) -> None:
    bring("found")
    with pytest.raises(Refusal, match="尚未回复"):
        finalise(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", revision=2)


def test_not_by_the_county(staff: People, bring: Bring) -> None:
    bring("replied")
    with pytest.raises(NotAllowed):
        finalise(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", revision=3)
