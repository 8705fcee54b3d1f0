"""Revoke a token: from now on it opens nothing. The row stays for the record."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.api.models import Token
from junheng.web.api.queries import token as token_of
from junheng.web.audit.actions.record import record


def revoke_token(actor: Actor, pk: int) -> Token:
    """The token, revoked; revoking it again changes nothing. 404 for somebody else's."""
    with transaction.atomic():
        held = token_of(actor, pk)
        if held.revoked is None:
            held.revoked = timezone.now()
            held.save(update_fields=["revoked"])
            record(actor, "token.revoke", f"token:{held.pk}", before={"scopes": held.scopes, "prefix": held.prefix})
    return held
