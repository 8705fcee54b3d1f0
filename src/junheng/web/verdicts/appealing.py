"""When an appeal may be filed: the term, if the city's law sets one, and what stands in the way."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from junheng.policy.dated import built_in
from junheng.policy.text import Text
from junheng.policy.workdays import Deadline, deadline
from junheng.web.verdicts.models import Record

PARAMETER = "appeal.term"


def term(day: date) -> int | None:
    """Workdays after the release within which an appeal is filed; None when no term is known."""
    dated = built_in("verdict_numbers")[PARAMETER].on(day)
    return int(dated.value) if dated is not None and isinstance(dated.value, Decimal) else None


def last_day(record: Record) -> Deadline | None:
    """The last day for an appeal against a record, or None when no term is enforced."""
    released = timezone.localdate(record.released_at)
    days = term(released)
    return None if days is None else deadline(released, days)


def why_not(record: Record) -> Text | None:
    """What stands in the way of an appeal, or None."""
    if hasattr(record, "superseded_by"):
        return Text(
            "这份结论已被更正后的新结论取代，请对新结论提出申诉。",
            "This verdict has been superseded. Appeal against the new one.",
        )
    until = last_day(record)
    if until is not None and timezone.localdate() > until.day:
        return Text(f"申诉期限已于{until.day}届满。", f"The term for appeals ended on {until.day}.")
    return None
