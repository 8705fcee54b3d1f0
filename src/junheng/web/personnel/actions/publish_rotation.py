"""Publish a draft that was put forward (公示), and withdraw what was published."""

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.personnel.actions.holding import hold_round
from junheng.web.personnel.actions.propose_draft import keeps_all
from junheng.web.personnel.disclosed import summary_of
from junheng.web.personnel.document import Document, document
from junheng.web.personnel.models import Publication, RotationDraft, RoundState, Teacher, Transfer
from junheng.web.personnel.queries import draft_of, publication, schools_of
from junheng.web.portal.small_cells import disclosure_rules

LONGEST = 200
"""Characters of a reason."""


def publish_rotation(actor: Actor, pk: int, *, revision: int) -> Publication:
    """The publication of a draft, with a transfer for everybody who moves.

    Raises:
        Http404: out of reach.
        NotAllowed: whoever made the draft does not publish it.
        Stale: the draft was edited since.
        Refusal: it was not put forward, the round is in another state, or (422) it breaks a rule.
    """
    with transaction.atomic():
        draft = draft_of(actor, pk, "staff.publish")
        held = hold_round(actor, draft.round_id, verb="staff.publish", states=(RoundState.DRAFT,))
        if draft.revision != revision:
            raise Stale
        if not draft.put_forward:
            raise Refusal("人事人员还没有提请公示这份方案。", "The personnel officer has not put this draft forward.")
        if draft.made_by_id is not None and draft.made_by_id == actor.user_id:
            raise NotAllowed("拟定方案的人不能自己公示。", "Whoever made a draft does not publish it.")
        keeps_all(draft)
        found = document(draft)
        small = disclosure_rules(held.year).small_count
        made = Publication.objects.create(draft=draft, summary=summary_of(found, small), by_id=actor.user_id)
        _transfers(made, draft, found)
        held.state = RoundState.PUBLISHED
        held.revision += 1
        held.save(update_fields=["state", "revision"])
        after = {"draft": draft.number, "revision": draft.revision, "transfers": len(found["placements"])}
        path = held.organisation.path
        record(actor, "rotation.publish", f"rotation_round:{held.pk}", path=path, after=after)
    return made


def _transfers(made: Publication, draft: RotationDraft, found: Document) -> None:
    places = schools_of(draft.round.organisation)
    rows = Teacher.objects.everything("the round that is published").filter(round_id=draft.round_id)
    people = {one.code: one for one in rows.only("pk", "code")}
    Transfer.objects.bulk_create(
        (
            Transfer(
                publication=made,
                teacher=people[one["teacher_id"]],
                from_school=places[one["from_school"]],
                to_school=places[one["to_school"]],
                why=one["why"],
            )
            for one in found["placements"]
        ),
        batch_size=500,
    )


def withdraw_rotation(actor: Actor, round_pk: int, reason: str) -> Publication:
    """Take a publication back; the round is being drafted again, what was published stays for the record.

    Raises:
        Http404: out of reach, or nothing is published.
        Refusal: (422) no reason is given.
    """
    said = reason.strip()[:LONGEST]
    if not said:
        raise Refusal("请写明撤回的原因。", "Give the reason of the withdrawal.", status=422)
    with transaction.atomic():
        held = hold_round(actor, round_pk, verb="staff.publish", states=(RoundState.PUBLISHED,))
        made = publication(held)
        if made is None:
            raise Http404
        made.withdrawn_by_id, made.withdrawn_at, made.reason = actor.user_id, timezone.now(), said
        made.save(update_fields=["withdrawn_by", "withdrawn_at", "reason"])
        held.state = RoundState.DRAFT
        held.revision += 1
        held.save(update_fields=["state", "revision"])
        path = held.organisation.path
        record(actor, "rotation.withdraw", f"rotation_round:{round_pk}", path=path, reason=said)
    return made
