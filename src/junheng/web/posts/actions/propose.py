"""Propose a decision on the posts of a county: it changes nothing until somebody else approves it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, refused_for
from junheng.web.posts.ledger import Line, UnbalancedError, moved, opposite
from junheng.web.posts.models import DecisionKind, DecisionState, PostsDecision
from junheng.web.posts.queries import county, decision_of, edition, held_ledger, next_number

LONGEST = 200
"""Characters of a document or reason."""


def propose(
    actor: Actor, code: str, kind: DecisionKind, lines: Sequence[Line], document: str, **said: Any
) -> PostsDecision:
    """The proposal. ``said``: ``round``, ``undoes``, ``grounds`` of the decision.

    Raises:
        Http404: the county is out of reach.
        Refusal: (422) no document is named, nothing would change, or the lines do not balance.
    """
    place = county(actor, code, "staff.edit")
    named = document.strip()[:LONGEST]
    if not named:
        raise Refusal(
            "请写明依据：文件名称、文号或会议决定。", "Name the document or decision this rests on.", status=422
        )
    kept = [dict(one) for one in lines if kind == DecisionKind.AUTHORISED or one["posts"] or one["staff"]]
    if not kept:
        raise Refusal("这样没有任何变化。", "Nothing would change.", status=422)
    year = edition()
    with transaction.atomic():
        Organisation.objects.everything("the county in reach, held").select_for_update().get(pk=place.pk)
        balanced(place, kind, kept)
        made = PostsDecision.objects.create(
            organisation=place,
            number=next_number(place),
            kind=kind,
            lines=kept,
            document=named,
            synthetic=year is not None and year.synthetic,
            proposed_by_id=actor.user_id,
            **said,
        )
        record(actor, "posts.propose", f"posts_decision:{made.pk}", path=place.path, after=told(made), reason=named)
    return made


def told(of: PostsDecision) -> Mapping[str, Any]:
    """What the log keeps of a decision."""
    return {"number": of.number, "kind": of.kind, "round": of.round, "undoes": of.undoes_id, "lines": of.lines}


def balanced(place: Organisation, kind: str, lines: Sequence[Line]) -> None:
    """Go on only if the ledger takes the lines.

    Raises:
        Refusal: (422) with everything that keeps it from it.
    """
    if kind == DecisionKind.AUTHORISED:
        return
    ledger = held_ledger(place)
    if ledger is None:
        raise Refusal("还没有登记核定编制。", "The authorised posts are not registered yet.")
    try:
        moved(ledger, lines)
    except UnbalancedError as error:
        raise refused_for(error.faults) from error


def undo(actor: Actor, pk: int, reason: str) -> PostsDecision:
    """A proposal that takes an approved decision back.

    Raises:
        Http404: out of reach.
        Refusal: it was not approved, or authorises posts; or as ``propose``.
    """
    of = decision_of(actor, pk, "staff.edit")
    if of.state != DecisionState.APPROVED:
        raise Refusal("这项决定没有生效，不用撤销。", "This decision is not in force: there is nothing to undo.")
    if of.kind == DecisionKind.AUTHORISED:
        raise Refusal("核定编制不能撤销，请登记新的核定数。", "Authorised posts are not undone: register the new ones.")
    kind = DecisionKind(of.kind)
    lines = opposite(of.lines)
    return propose(actor, of.organisation.code, kind, lines, reason, undoes=of, round=of.round)
