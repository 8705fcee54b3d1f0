"""Have the database itself refuse to change or remove events, whoever asks; the model's refusal is only the first."""

from typing import Any

from django.conf import settings
from django.db import connection

NAME = "audit_sealed"
REFUSED = ("audit_event", "UPDATE", ""), ("audit_event", "DELETE", ""), ("audit_head", "DELETE", "")
GROWS = ("audit_head", "UPDATE", "NEW.number <> OLD.number + 1")
"""Table, what is refused, and when: the head of the chain may move on by one."""


def seal_after_migrate(**_signal: Any) -> None:
    """After every migration, so that a table made anew is sealed again."""
    if settings.JUNHENG_SEAL_AUDIT:
        seal()


def seal() -> None:
    """Put the refusals into the database; harmless to repeat."""
    with connection.cursor() as cursor:
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgresql():
            cursor.execute(statement)


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {NAME}_{table}_{verb} BEFORE {verb} ON {table} {f'WHEN {when}' if when else ''} "
        f"BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        for table, verb, when in (*REFUSED, GROWS)
    ]


def _postgresql() -> list[str]:
    function = (
        f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$"
    )
    triggers = [
        f"CREATE OR REPLACE TRIGGER {NAME}_{table}_{verb} BEFORE {verb} ON {table} FOR EACH ROW "
        f"{f'WHEN ({when})' if when else ''} EXECUTE FUNCTION {NAME}()"
        for table, verb, when in (*REFUSED, GROWS)
    ]
    return [function, *triggers]
