"""Approve, refuse or withdraw a proposal."""

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.posts.actions.propose import LONGEST, balanced, told
from junheng.web.posts.models import DecisionState, PostsDecision
from junheng.web.posts.queries import next_order


def approve(actor: Actor, pk: int) -> PostsDecision:
    """The decision in force: the last of the county's ledger.

    Raises:
        Http404: out of reach.
        NotAllowed: whoever proposed it does not approve it.
        Refusal: it was decided already, or (422) the ledger takes it no longer.
    """
    with transaction.atomic():
        held = _held(actor, pk, "staff.approve")
        _second_person(actor, held)
        balanced(held.organisation, held.kind, held.lines)
        held.order = next_order(held.organisation)
        return _decided(actor, held, DecisionState.APPROVED, "posts.approve", "")


def refuse(actor: Actor, pk: int, reason: str) -> PostsDecision:
    """The decision refused.

    Raises:
        Http404: out of reach.
        NotAllowed: whoever proposed it does not refuse it.
        Refusal: it was decided already, or (422) no reason is given.
    """
    said = reason.strip()[:LONGEST]
    if not said:
        raise Refusal("请写明不批准的原因。", "Give the reason of the refusal.", status=422)
    with transaction.atomic():
        held = _held(actor, pk, "staff.approve")
        _second_person(actor, held)
        return _decided(actor, held, DecisionState.REFUSED, "posts.refuse", said)


def withdraw(actor: Actor, pk: int) -> PostsDecision:
    """The proposal taken back by whoever may propose.

    Raises:
        Http404: out of reach.
        Refusal: it was decided already.
    """
    with transaction.atomic():
        return _decided(actor, _held(actor, pk, "staff.edit"), DecisionState.WITHDRAWN, "posts.withdraw", "")


def _held(actor: Actor, pk: int, verb: str) -> PostsDecision:
    """The proposal, its county's row locked so that decisions follow one another."""
    rows = PostsDecision.objects.seen_by(actor, verb)
    place = rows.filter(pk=pk).values_list("organisation", flat=True).first()
    if place is None:
        raise Http404
    Organisation.objects.everything("the county of a decision in reach").select_for_update().get(pk=place)
    held: PostsDecision = rows.select_related("organisation", "undoes").get(pk=pk)
    if held.state != DecisionState.PROPOSED:
        raise Refusal("这项决定已经办结。", "This has been decided already.")
    return held


def _second_person(actor: Actor, held: PostsDecision) -> None:
    if held.proposed_by_id is not None and held.proposed_by_id == actor.user_id:
        raise NotAllowed(
            "提出的人不能自己批准，须由另一人批准。", "Whoever proposed it does not decide it: another person must."
        )


def _decided(actor: Actor, held: PostsDecision, state: DecisionState, verb: str, reason: str) -> PostsDecision:
    held.state, held.decided_by_id, held.decided_at, held.reason = state, actor.user_id, timezone.now(), reason
    held.save(update_fields=["state", "decided_by", "decided_at", "reason", "order"])
    target, path = f"posts_decision:{held.pk}", held.organisation.path
    record(actor, verb, target, path=path, after=told(held), reason=reason)
    return held
