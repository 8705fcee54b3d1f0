"""Decide an appeal. An upheld appeal changes no number by itself: the data are corrected and judged anew."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.models import Appeal, AppealState

LONGEST = 5000


def decide_appeal(actor: Actor, appeal_id: int, *, revision: int, upheld: bool, answer: str) -> Appeal:
    """Answer an open appeal; ``revision`` is the one that was looked at.

    Raises:
        NotAllowed: the actor does not decide appeals here, signed the verdict or filed the appeal.
        Refusal: there is no answer, or the appeal is decided or withdrawn.
        Stale: somebody else has just changed it.
    """
    said = answer.strip()
    if not said or len(said) > LONGEST:
        raise Refusal("请填写答复（不超过5000字）。", "Give the answer (at most 5000 characters).", status=422)
    with transaction.atomic():
        held = open_appeal(appeal_id, revision)
        path = held.record.organisation.path
        if not actor.may("verdict.decide", path):
            raise NotAllowed("您的角色不能处理这件申诉。", "Your role does not decide this appeal.")
        if actor.user_id in {held.record.signed_by_id, held.filed_by_id}:
            raise NotAllowed(
                "签发结论的人和提出申诉的人不能处理这件申诉，请由其他督学处理。",
                "Who signed the verdict or filed the appeal does not decide it. Another inspector does.",
            )
        held.state = AppealState.UPHELD if upheld else AppealState.DISMISSED
        held.answer, held.decided_by_id, held.decided_at = said, actor.user_id, timezone.now()
        keep(actor, "appeal.decide", held)
    return held


def open_appeal(appeal_id: int, revision: int) -> Appeal:
    """The appeal, locked for a change. Raises Stale when it was changed since, Refusal when it is over."""
    rows = Appeal.objects.everything("the action checks the reach").select_for_update(of=("self",))
    held: Appeal = rows.select_related("record__organisation").get(pk=appeal_id)
    if held.revision != revision:
        raise Stale
    if held.state != AppealState.FILED:
        raise Refusal("这件申诉已经办结。", "This appeal is closed.")
    return held


def keep(actor: Actor, verb: str, held: Appeal) -> None:
    """Save a change of an appeal's state, with the next revision and an event."""
    held.revision += 1
    held.save()
    path = held.record.organisation.path
    before, after = {"state": str(AppealState.FILED)}, {"state": str(held.state), "verdict": held.record.number}
    audit(actor, verb, f"appeal:{held.pk}", path=path, before=before, after=after)
