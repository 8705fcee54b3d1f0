"""The three powers as rules."""

import pytest

from junheng.web.accounts.models import User
from junheng.web.accounts.powers import check_separation, keep_a_holder, standing
from junheng.web.accounts.roles import roles
from junheng.web.kit.refusal import Refusal
from tests.web.people import People


def test_the_three_and_no_others_are_powers() -> None:
    assert {one.id for one in roles().values() if one.power} == {"system_admin", "security_admin", "audit_admin"}


def test_business_roles_may_lie_in_one_hand(staff: People) -> None:
    check_separation(staff.users["planner"], roles()["finance"])
    check_separation(staff.users["system_admin"], roles()["system_admin"])
    for role in ("planner", "audit_admin"):
        with pytest.raises(Refusal):
            check_separation(staff.users["system_admin"], roles()[role])


def test_a_holder_who_is_switched_off_does_not_count(staff: People) -> None:
    second = User.objects.create_user("second", "x", is_active=False)
    mine = staff.users["audit_admin"].appointments.get()
    second.appointments.create(role="audit_admin", organisation=mine.organisation, extent="all")
    with pytest.raises(Refusal):
        keep_a_holder(staff.users["audit_admin"])
    keep_a_holder(staff.users["planner"])
    assert standing().filter(role="audit_admin").count() == 2


def test_no_verb_of_a_power_is_a_business_verb() -> None:
    business = set().union(*(one.verbs for one in roles().values() if not one.power))
    for one in roles().values():
        if one.power:
            assert one.verbs & business <= {"token.own"}  # a token does no more than its holder may
