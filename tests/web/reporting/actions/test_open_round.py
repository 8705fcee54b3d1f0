"""Opening a round asks everybody who is there."""

import pytest

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.actions.open_round import open_round
from junheng.web.reporting.models import State, Submission
from tests.web.people import SCHOOLS, People
from tests.web.reporting.conftest import soon


def test_every_active_school_and_county_is_on_the_board(staff: People) -> None:
    gone = staff.places[SCHOOLS[2]]
    gone.active = False
    gone.save()
    held = open_round(staff.actor("city_statistician"), 2025, soon(days=-1), soon(days=1))
    rows = Submission.objects.everything("a test").filter(round=held)
    assert {(one.organisation.kind, one.state) for one in rows} == {
        ("school", State.MISSING),
        ("county", State.MISSING),
    }
    assert rows.count() == 5
    assert Event.objects.get(verb="round.open").after["submissions"] == 5


@pytest.mark.parametrize("role", ["school_reporter", "county_reviewer", "publisher", "system_admin"])
def test_only_who_manages_rounds(staff: People, role: str) -> None:
    with pytest.raises(NotAllowed):
        open_round(staff.actor(role), 2025, soon(days=-1), soon(days=1))


def test_one_a_year_the_right_way_round_by_a_standard_there_is(staff: People) -> None:
    open_round(SYSTEM, 2025, soon(days=-1), soon(days=1))
    for year, opens, deadline, standard in (
        (2025, -1, 1, "jiaodu-2017-6"),
        (2026, 1, -1, "jiaodu-2017-6"),
        (2026, -1, 1, "../../secret"),
        (1900, -1, 1, "jiaodu-2017-6"),
    ):
        with pytest.raises(Refusal):
            open_round(SYSTEM, year, soon(days=opens), soon(days=deadline), standard)
    assert Event.objects.count() == 1
