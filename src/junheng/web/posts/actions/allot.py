"""Put a solved allotment of a county's posts forward."""

from junheng.web.accounts.reach import Actor
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from junheng.web.posts.opened import opened
from junheng.web.posts.proposing import proposal
from junheng.web.posts.queries import county


def propose_allotment(actor: Actor, code: str, document: str, *, keep: bool) -> PostsDecision:
    """The proposal, with what it was solved from; ``keep``: nobody on a post loses it.

    Raises:
        Http404, Refusal: as ``opened``, ``proposal`` and ``propose``.
    """
    held = opened(county(actor, code, "staff.edit"))
    found = proposal(held, keep=keep)
    grounds = {"snapshot": held.held.snapshot, "keep": keep, "lacking": list(found.lacking), "moved": found.moved}
    return propose(actor, code, DecisionKind.ALLOTMENT, found.lines, document, grounds=grounds)
