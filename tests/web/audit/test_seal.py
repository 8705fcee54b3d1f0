"""The database refuses too, whatever program asks it."""

import pytest
from django.db import DatabaseError, connection, transaction

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.chain import verify_chain
from junheng.web.audit.seal import seal

HARM = (
    "UPDATE audit_event SET reason = 'x'",
    "DELETE FROM audit_event",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET number = 0",
    "UPDATE audit_head SET number = number + 2",
)


@pytest.mark.parametrize("statement", HARM)
def test_plain_sql_is_refused(db: None, statement: str) -> None:
    record(SYSTEM, "try", "thing:1")
    seal()
    seal()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    record(SYSTEM, "try", "thing:2")
    assert verify_chain().count == 2
