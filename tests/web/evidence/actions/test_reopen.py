"""Taking a final finding up again: with a reason, and it counts no more until it is final again."""

import pytest

from junheng.web.evidence.actions.reopen import reopen
from junheng.web.evidence.queries import conclusions_of
from junheng.web.kit.refusal import Refusal
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import COUNTY, People


def test_back_to_the_inspector(staff: People, bring: Bring) -> None:
    bring("final")
    inspector, county = staff.actor("inspector"), staff.places[COUNTY]
    with pytest.raises(Refusal, match="理由"):
        reopen(inspector, county, YEAR, "G1", revision=4, reason="")
    assert conclusions_of(YEAR).height == 1
    case = reopen(inspector, county, YEAR, "G1", revision=4, reason="群众举报")
    assert (case.state, case.moves.order_by("pk").reverse()[0].comment) == ("given", "群众举报")
    assert conclusions_of(YEAR).height == 0
    assert case.findings.count() == 1
