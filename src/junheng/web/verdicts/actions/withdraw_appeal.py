"""Withdraw an open appeal."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed
from junheng.web.verdicts.actions.decide_appeal import keep, open_appeal
from junheng.web.verdicts.models import Appeal, AppealState


def withdraw_appeal(actor: Actor, appeal_id: int, *, revision: int) -> Appeal:
    """Raises:
    NotAllowed: the appeal is another county's.
    Refusal: it is closed.
    Stale: somebody else has just changed it.
    """
    with transaction.atomic():
        held = open_appeal(appeal_id, revision)
        if not actor.may("verdict.appeal", held.record.organisation.path):
            raise NotAllowed("只有提出申诉的区县能撤回。", "Only the county that appealed withdraws it.")
        held.state, held.decided_at = AppealState.WITHDRAWN, timezone.now()
        keep(actor, "appeal.withdraw", held)
    return held
