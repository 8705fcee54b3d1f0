"""What an action asks first."""

import pytest

from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.accounts.rights import require
from junheng.web.kit.refusal import NotAllowed
from tests.web.people import COUNTY, OTHER_COUNTY, People


def test_the_verb_and_the_place_count(staff: People) -> None:
    reviewer = staff.actor("county_reviewer")
    require(reviewer, "report.review")
    require(reviewer, "report.review", staff.places[COUNTY].path)
    require(SYSTEM, "role.grant")
    for actor, verb, place in (
        (reviewer, "report.review", OTHER_COUNTY),
        (reviewer, "round.lock", COUNTY),
        (Actor(), "report.review", COUNTY),
        (Actor(username="system", ip="1.2.3.4"), "role.grant", COUNTY),
    ):
        with pytest.raises(NotAllowed):
            require(actor, verb, staff.places[place].path)
