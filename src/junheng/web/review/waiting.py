"""How long something has waited, in workdays where the work calendar is known."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from junheng.policy.workdays import NotIssued, workdays_between


@dataclass(frozen=True, slots=True)
class Waited:
    """``workdays`` is false when only days of the calendar could be counted."""

    days: int
    workdays: bool


def waited(since: datetime) -> Waited:
    """From a moment until today; the day itself does not count."""
    start, today = timezone.localdate(since), timezone.localdate()
    try:
        return Waited(max(workdays_between(start, today), 0), True)
    except NotIssued:
        return Waited((today - start).days, False)
