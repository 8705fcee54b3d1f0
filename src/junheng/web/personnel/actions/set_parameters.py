"""Fill in the numbers of a round that differ from those built in, or that nobody else knows."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refuse_all
from junheng.web.personnel.actions.holding import EARLY, hold_round
from junheng.web.personnel.given import dated, given_in
from junheng.web.personnel.models import RotationRound, RoundState


def set_parameters(actor: Actor, pk: int, form: Mapping[str, str], *, revision: int) -> RotationRound:
    """The officer's values in place of those before; drafts keep the values they were solved with.

    Raises:
        Http404, Stale: as ``hold_round``.
        Refusal: the round is published, or (422) everything wrong in the form.
    """
    found, faults = given_in(form)
    refuse_all(faults)
    with transaction.atomic():
        held = hold_round(actor, pk, states=(*EARLY, RoundState.DRAFT), revision=revision)
        before, found = held.given, dated(found, held.given, timezone.localdate())
        held.given = found
        held.revision += 1
        held.save(update_fields=["given", "revision"])
        path = held.organisation.path
        record(actor, "rotation.parameters", f"rotation_round:{pk}", path=path, before=before, after=found)
    return held
