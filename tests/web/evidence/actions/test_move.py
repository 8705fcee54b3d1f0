"""One step is one move, one event, one revision — or nothing at all."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.evidence.actions.move import moving, step, written
from junheng.web.evidence.models import Case, CaseState, Move
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.models import Round
from tests.web.evidence.conftest import YEAR
from tests.web.people import COUNTY, People


def test_a_step_is_whole(staff: People, open_round: Round) -> None:
    reviewer = staff.actor("county_reviewer")
    with moving(reviewer, staff.places[COUNTY], YEAR, "G1", revision=0, action="give") as case:
        step(reviewer, case, "give", CaseState.GIVEN, comment="首次")
    move, event = Move.objects.everything("test").get(), Event.objects.get()
    assert (move.before, move.after, move.comment) == ("open", "given", "首次")
    assert (event.before, event.after) == ({"state": "open", "revision": 0}, {"state": "given", "revision": 1})


def test_a_failure_leaves_nothing(staff: People, open_round: Round) -> None:
    reviewer = staff.actor("county_reviewer")

    def broken() -> None:
        with moving(reviewer, staff.places[COUNTY], YEAR, "G1", revision=0, action="give") as case:
            step(reviewer, case, "give", CaseState.GIVEN)
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        broken()
    assert not Case.objects.everything("test").exists()
    assert not Event.objects.exists()


def test_a_text_must_be_there() -> None:
    assert written(" a ", "写", "write") == "a"
    with pytest.raises(Refusal, match="写"):
        written(" \n", "写", "write")
