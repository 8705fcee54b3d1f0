"""Show the public the words of a decided appeal: its reason and the answer."""

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.models import Appeal, AppealState


def release_appeal(actor: Actor, appeal_id: int, *, revision: int) -> Appeal:
    """Raises:
    NotAllowed: the actor does not publish here.
    Refusal: the appeal is not decided.
    Stale: somebody else has just changed it.
    """
    with transaction.atomic():
        rows = Appeal.objects.everything("the action checks the reach").select_for_update(of=("self",))
        held: Appeal = rows.select_related("record__organisation").get(pk=appeal_id)
        path = held.record.organisation.path
        if not actor.may("publish.release", path):
            raise NotAllowed("只有发布员能公开申诉内容。", "Only publishers release the words of an appeal.")
        if held.revision != revision:
            raise Stale
        if held.state not in {AppealState.UPHELD, AppealState.DISMISSED}:
            raise Refusal("申诉尚未办结，内容不能公开。", "The appeal is not decided; its words stay unpublished.")
        if not held.released:
            held.released, held.revision = True, held.revision + 1
            held.save(update_fields=["released", "revision"])
            audit(actor, "appeal.release", f"appeal:{held.pk}", path=path, after={"released": True})
    return held
