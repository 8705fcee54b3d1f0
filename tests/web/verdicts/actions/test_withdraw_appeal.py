"""Withdrawing: the county's own, while it is open."""

import pytest

from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.actions.file_appeal import file_appeal
from junheng.web.verdicts.actions.withdraw_appeal import withdraw_appeal
from junheng.web.verdicts.models import Appeal
from tests.web.verdicts.conftest import City


def test_a_withdrawn_appeal_makes_room_for_another(city: City, appeal: Appeal) -> None:
    held = withdraw_appeal(city.actor("county_reviewer"), appeal.pk, revision=1)
    assert (held.state, held.revision, held.decided_by) == ("withdrawn", 2, None)
    assert file_appeal(city.actor("county_reviewer"), appeal.record, reason="again").pk != appeal.pk


@pytest.mark.parametrize("role", ["other_reviewer", "inspector", "publisher"])
def test_others_do_not_withdraw(city: City, appeal: Appeal, role: str) -> None:
    with pytest.raises(NotAllowed):
        withdraw_appeal(city.actor(role), appeal.pk, revision=1)


def test_what_is_closed_or_changed_is_not_withdrawn(city: City, appeal: Appeal) -> None:
    with pytest.raises(Stale):
        withdraw_appeal(city.actor("county_reviewer"), appeal.pk, revision=7)
    withdraw_appeal(city.actor("county_reviewer"), appeal.pk, revision=1)
    with pytest.raises(Refusal, match="已经办结"):
        withdraw_appeal(city.actor("county_reviewer"), appeal.pk, revision=2)
