"""Sign the drafted verdicts of a round: the inspector answers for what they say."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.models import Round
from junheng.web.verdicts import queries
from junheng.web.verdicts.judging import must_be_locked
from junheng.web.verdicts.models import Draft

LONGEST = 100


def sign_round(actor: Actor, round_id: int, *, snapshot: str, signatory: str) -> list[Draft]:
    """Sign every draft of a round that is not signed yet. ``snapshot`` is the one that was looked at.

    ``signatory`` is the body or person named on the records.

    Raises:
        NotAllowed: the actor does not sign on one of the counties.
        Refusal: nobody is named, or there is nothing to sign.
        Stale: the round was locked anew, or somebody else has just signed.
    """
    named = signatory.strip()
    if not named or len(named) > LONGEST:
        raise Refusal(
            "请填写签发单位或签发人（不超过100字）。", "Name the signatory (at most 100 characters).", status=422
        )
    with transaction.atomic():
        held = Round.objects.select_for_update().filter(pk=round_id).first() or queries.round_of(round_id)
        must_be_locked(held)
        if held.snapshot != snapshot:
            raise Stale
        drafts = queries.all_drafts(held)
        if not drafts:
            raise Refusal(
                "还没有待签发的结论，请先形成结论。", "There is nothing to sign yet. Draw the verdicts up first."
            )
        if any(not actor.may("verdict.sign", one.organisation.path) for one in drafts):
            raise NotAllowed(
                "您的角色不能签发全部区县的结论。", "Your role does not sign the verdicts on all counties."
            )
        waiting = [one for one in drafts if one.signed_at is None]
        if not waiting:
            raise Stale
        return [_sign(actor, one, named) for one in waiting]


def _sign(actor: Actor, draft: Draft, named: str) -> Draft:
    draft.signatory, draft.signed_by_id, draft.signed_at = named, actor.user_id, timezone.now()
    draft.save(update_fields=["signatory", "signed_by", "signed_at"])
    audit(
        actor,
        "verdict.sign",
        f"draft:{draft.pk}",
        path=draft.organisation.path,
        after={"state": draft.state, "digest": draft.digest, "signatory": named},
    )
    return draft
