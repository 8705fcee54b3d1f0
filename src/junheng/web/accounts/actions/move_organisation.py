"""Put a school or campus below another organisation; everything below goes along."""

from django.db import transaction

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.queries import organisation_of
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.tree import check_place, settle_below
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Stale


def move_organisation(actor: Actor, code: str, *, to: str, was: str) -> Organisation:
    """The organisation at its new place. ``to`` is the code of the one above; ``was`` the code its editor saw there.

    Raises:
        NotAllowed: the actor does not manage both.
        Refusal: it cannot stand there.
        Stale: it was moved meanwhile.
    """
    with transaction.atomic():
        held, above = organisation_of(actor, code, lock=True), organisation_of(actor, to, lock=True)
        for one in (held, above):
            require(actor, "account.manage", one.path)
        if held.parent is None or held.parent.code != was:
            raise Stale
        check_place(held.kind, above)
        before = held.path
        held.parent = above
        held.save()
        settle_below(before, held.path)
        record(actor, "organisation.move", f"organisation:{code}", path=held.path, before=before, after=held.path)
    return held
