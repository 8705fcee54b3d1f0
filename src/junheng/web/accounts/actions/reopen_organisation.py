"""Reopen a closed organisation under its old code."""

from django.db import transaction

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.queries import organisation_of
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.tree import check_place
from junheng.web.audit.actions.record import record


def reopen_organisation(actor: Actor, code: str) -> Organisation:
    """The open organisation.

    Raises:
        NotAllowed: the actor does not manage it.
        Refusal: what stands above it is closed.
    """
    with transaction.atomic():
        held = organisation_of(actor, code, lock=True)
        require(actor, "account.manage", held.path)
        check_place(held.kind, held.parent)
        if not held.active:
            held.active = True
            held.save(update_fields=["active"])
            record(actor, "organisation.reopen", f"organisation:{code}", path=held.path)
    return held
