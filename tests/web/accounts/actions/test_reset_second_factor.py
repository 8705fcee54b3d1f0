"""Who lost the telephone gets the second factor reset by somebody else, with a reason."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from junheng.web.accounts.actions.reset_second_factor import reset_second_factor
from junheng.web.accounts.queries import has_second_factor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People


def test_it_is_gone_and_on_record(staff: People) -> None:
    user = staff.users["inspector"]
    TOTP.activate(user, generate_totp_secret())
    assert reset_second_factor(staff.actor("security_admin"), user.pk, reason="手机丢失，当面核实") == 1
    assert not has_second_factor(user.pk)
    assert reset_second_factor(staff.actor("security_admin"), user.pk, reason="again") == 0
    assert Event.objects.get(verb="second_factor.reset").reason == "手机丢失，当面核实"


def test_not_ones_own_not_without_reason_not_by_others(staff: People) -> None:
    security = staff.actor("security_admin")
    with pytest.raises(Refusal):
        reset_second_factor(security, staff.users["security_admin"].pk, reason="x")
    with pytest.raises(Refusal):
        reset_second_factor(security, staff.users["planner"].pk, reason="")
    with pytest.raises(NotAllowed):
        reset_second_factor(staff.actor("system_admin"), staff.users["planner"].pk, reason="x")
