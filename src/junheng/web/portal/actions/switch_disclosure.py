"""Switch the protection of small values off, or on again: a new version, with a reason, on the record."""

from django.db import transaction

from junheng.balance.compare import Comparison, mean_dispersions
from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.portal import queries
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import Edition
from junheng.web.portal.proof import Proof, proof_of

VERB = "publish.disclosure"


def switch_disclosure(actor: Actor, edition: Edition, reason: str) -> Edition:
    """Publish the current edition again without protection, or with it when it had none; the new version.

    Raises:
        NotAllowed: the actor's role does not do this.
        Refusal: no reason is given, the edition is not the current one, or its snapshot is not on this machine.
        Stale: another version was published while this one was made.
    """
    if not actor.may(VERB):
        raise NotAllowed("您的角色不能改变小数值保护。", "Your role does not switch disclosure control.")
    if not reason.strip():
        raise Refusal("请写明理由。", "Give a reason.", status=422)
    if not edition.current:
        raise Refusal("只能改变现行版本。", "Only the current version can be changed.")
    proof = proof_of(edition)
    if proof is None:
        raise Refusal("这份快照不在本机，不能重新发布。", "The snapshot is not on this machine.")
    disclosure = not edition.disclosure
    with transaction.atomic():
        if not queries.still_current(edition.pk):
            raise Stale
        made = publish_edition(
            proof.verdict,
            snapshot_path=edition.snapshot_path,
            synthetic=edition.synthetic,
            geometry=queries.geometry(edition),
            standard=edition.standard,
            beside=_beside(edition, proof),
            expected=queries.roster(edition.pk),
            disclosure=disclosure,
            changes=(Text(reason.strip(), reason.strip()),),
            actor=actor,
            reason=reason,
        )
        before, after = {"disclosure": edition.disclosure}, {"disclosure": disclosure}
        record(actor, VERB, f"edition:{made.permanent}", before=before, after=after, reason=reason)
    return made


def _beside(edition: Edition, proof: Proof) -> Comparison | None:
    """The 2012 standard, where the edition had it."""
    if not any(one.detail["beside"] for one in queries.whole_counties(edition)):
        return None
    city = proof.by_2012
    return Comparison(city, {one.county_code: mean_dispersions(city.standard, one) for one in city.counties})
