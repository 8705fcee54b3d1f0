"""Fill in the numbers of a round that differ from those built in, or that nobody else knows."""

from collections.abc import Mapping

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.holding import EARLY, hold_round
from junheng.web.personnel.given import given_in
from junheng.web.personnel.models import RotationRound, RoundState


def set_parameters(actor: Actor, pk: int, form: Mapping[str, str], *, revision: int) -> RotationRound:
    """The officer's values in place of those before; drafts keep the values they were solved with.

    Raises:
        Http404, Stale: as ``hold_round``.
        Refusal: the round is published, or (422) everything wrong in the form.
    """
    found, faults = given_in(form)
    if faults:
        raise Refusal("；".join(one.zh for one in faults), "; ".join(one.en for one in faults), status=422)
    with transaction.atomic():
        held = hold_round(actor, pk, states=(*EARLY, RoundState.DRAFT), revision=revision)
        before, held.given = held.given, found
        held.revision += 1
        held.save(update_fields=["given", "revision"])
        path = held.organisation.path
        record(actor, "rotation.parameters", f"rotation_round:{pk}", path=path, before=before, after=found)
    return held
