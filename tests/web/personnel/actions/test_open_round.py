"""Rounds are opened once a county and year, within reach."""

from datetime import date

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.open_round import open_round
from junheng.web.personnel.models import RotationRound
from tests.web.people import COUNTY, People

DAY = date(2026, 9, 1)


def test_a_round_is_opened_once(staff: People, opened_round: RotationRound) -> None:
    assert Event.objects.get(verb="rotation.open").path == opened_round.organisation.path
    with pytest.raises(Refusal, match="已有"):
        open_round(staff.actor("personnel"), COUNTY, 2026, DAY)
    assert open_round(staff.actor("personnel"), COUNTY, 2027, DAY).pk != opened_round.pk


def test_out_of_reach_and_out_of_time(staff: People) -> None:
    with pytest.raises(Http404):
        open_round(staff.actor("publisher"), COUNTY, 2026, DAY)
    with pytest.raises(Refusal, match="学年"):
        open_round(staff.actor("personnel"), COUNTY, 1999, DAY)
