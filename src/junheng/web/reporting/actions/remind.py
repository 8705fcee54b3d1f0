"""Remind those who have not reported: once a day each, shown on their desk until they have."""

from collections.abc import Iterable

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed
from junheng.web.reporting import queries
from junheng.web.reporting.models import Reminder, Round
from junheng.web.reporting.timing import ensure_open

LONGEST = 500


def remind(actor: Actor, round_id: int, ids: Iterable[int] | None = None, *, text: str = "") -> int:
    """Remind the chosen submissions, or all in reach that have not reported; how many reminders are new.

    Those that were reminded today, have reported, or are out of reach are left alone.

    Raises:
        NotAllowed: the role does not remind. Refusal: the round takes nothing now.
    """
    if not actor.may("report.remind"):
        raise NotAllowed("您的角色不能催报。", "Your role does not send reminders.")
    held = Round.objects.filter(pk=round_id).first()
    if held is None:
        raise Http404
    ensure_open(held)
    today = timezone.localdate()
    with transaction.atomic():
        late = queries.to_remind(actor, held, ids).exclude(reminders__day=today).select_for_update(of=("self",))
        rows = [Reminder(submission=one, day=today, text=text.strip()[:LONGEST], by_id=actor.user_id) for one in late]
        Reminder.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
        if rows:
            record(
                actor,
                "submission.remind",
                f"round:{held.pk}",
                after={"day": today.isoformat(), "submissions": [one.submission_id for one in rows]},
            )
    return len(rows)
