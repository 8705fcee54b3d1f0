"""Commit to a seed: from now on neither the list nor the seed can change."""

import secrets

from django.db import transaction
from django.utils import timezone

from junheng.policy.draw import commitment, list_hash
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.models import Draw, DrawState
from junheng.web.evidence.queries.draws import draw_of
from junheng.web.kit.refusal import Refusal, Stale

SEED_BYTES = 32


def commit_draw(actor: Actor, pk: int, *, revision: int) -> Draw:
    """The program makes the seed from the system's randomness; nobody chooses it, nobody sees it before the reveal."""
    draw_of(actor, pk)
    with transaction.atomic():
        held = locked(pk, revision, DrawState.PLANNED)
        held.secret = secrets.token_hex(SEED_BYTES)
        held.list_hash = list_hash(held.listed)
        held.commitment = commitment(held.secret, held.list_hash)
        held.state, held.committed_at, held.revision = DrawState.COMMITTED, timezone.now(), held.revision + 1
        held.save()
        said = {"list_hash": held.list_hash, "commitment": held.commitment}
        record(actor, "draw.commit", f"draw:{held.pk}", path=held.organisation.path, after=said)
    return held


def locked(pk: int, revision: int, state: str) -> Draw:
    """The drawing, locked, at a revision and in a state.

    Raises:
        Stale: it is at another revision.
        Refusal: it is in another state.
    """
    every = Draw.objects.everything("the reach was checked before")
    held = every.select_for_update(of=("self",)).select_related("organisation").get(pk=pk)
    if held.revision != revision:
        raise Stale
    if held.state != state:
        raise Refusal("这次抽取已经进行到下一步。", "This drawing has moved on.")
    return held
