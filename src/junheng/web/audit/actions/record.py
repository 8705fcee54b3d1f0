"""Record what somebody did, in the same transaction as the doing."""

import json
from typing import Any

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event, Head, canonical
from junheng.web.kit.crypto import sm3

START = "0" * 64
"""What the first event follows."""
SAID = ("number", "at", "actor", "username", "ip", "verb", "target", "path", "before", "after", "reason", "previous")
"""The fields a digest is taken over, in this order."""


def record(
    actor: Actor,
    verb: str,
    target: str,
    *,
    path: str = "",
    before: Any = None,
    after: Any = None,
    reason: str = "",
) -> Event:
    """Add an event to the chain. ``target`` names the thing (``submission:12``), ``path`` its organisation.

    Call it inside the transaction of the change: both happen or neither. No personal data belongs in here. ``before``
    and ``after`` are plain JSON.
    """
    before, after = json.loads(canonical(before)), json.loads(canonical(after))
    with transaction.atomic():
        Head.objects.get_or_create(pk=1)
        head = Head.objects.select_for_update().get(pk=1)
        event = Event(
            number=head.number + 1,
            at=timezone.now().isoformat(),
            actor=actor.user_id,
            username=actor.username,
            ip=actor.ip,
            verb=verb,
            target=target,
            path=path,
            before=before,
            after=after,
            reason=reason,
            previous=head.digest or START,
        )
        event.digest = digest_of(event)
        event.save()
        head.number, head.digest = event.number, event.digest
        head.save()
    return event


def digest_of(event: Event) -> str:
    """SM3 of an event as canonical JSON."""
    said = {name: getattr(event, name) for name in SAID}
    return sm3(canonical(said).encode())
