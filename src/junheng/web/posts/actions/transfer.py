"""Put forward that people change schools, with or without their posts."""

from collections.abc import Mapping

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import refuse_all
from junheng.web.personnel.queries import schools_of
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import PostsDecision
from junheng.web.posts.moving import ROWS, moves_in
from junheng.web.posts.queries import county


def transfer(actor: Actor, code: str, form: Mapping[str, str], rows: int = ROWS) -> PostsDecision:
    """The proposal of a form, as ``moves_in`` reads it, with its ``document``.

    Raises:
        Http404, Refusal: as ``propose``; (422) with every fault of the form.
    """
    place = county(actor, code, "staff.edit")
    found = moves_in(form, {one: at.name for one, at in schools_of(place).items()}, rows)
    refuse_all(found.faults)
    return propose(actor, code, found.kind, found.lines, form.get("document", ""), round=found.round)
