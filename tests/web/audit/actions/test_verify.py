"""Checking the chain in the background: told in words, refused to others, loud when something is wrong."""

import pytest
from django.db import connection

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.actions.verify import ask_to_verify
from junheng.web.kit.refusal import NotAllowed
from junheng.web.operations.models import JobState
from tests.web.people import People


def test_a_broken_chain_fails_the_job_and_names_the_number(staff: People) -> None:
    for at in range(3):
        record(SYSTEM, "try", f"thing:{at}")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET target = 'other' WHERE number = 2")
    held = ask_to_verify(staff.actor("audit_admin"))
    assert held.state == JobState.FAILED
    assert held.fault
    assert "第2条" in held.fault["zh"]
    assert "number 2" in held.fault["en"]


def test_others_may_not_ask(staff: People) -> None:
    with pytest.raises(NotAllowed):
        ask_to_verify(staff.actor("system_admin"))
