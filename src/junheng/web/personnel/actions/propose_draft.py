"""Put a draft forward for publication; any edit after that takes it back."""

from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refuse_all
from junheng.web.personnel.actions.holding import hold_draft
from junheng.web.personnel.document import checked
from junheng.web.personnel.editing import edit, standing
from junheng.web.personnel.models import RotationDraft


def propose_draft(actor: Actor, pk: int, *, revision: int) -> RotationDraft:
    """The draft as it is now, put forward.

    Raises:
        Http404, Stale, Refusal: as ``hold_draft``.
        Refusal: (422) every rule that the draft breaks.
    """
    with transaction.atomic():
        held = hold_draft(actor, pk, revision)
        keeps_all(held)
        held.proposed = held.revision
        held.save(update_fields=["proposed"])
        said = {"revision": held.revision, "movers": len(held.places)}
        record(actor, "rotation.propose", f"rotation_draft:{pk}", path=held.round.organisation.path, after=said)
    return held


def keeps_all(draft: RotationDraft) -> None:
    """Go on only if the draft breaks no rule, by the engine and by the independent checker.

    Raises:
        Refusal: (422) with everything it breaks.
    """
    broken = [one.words for one in standing(edit(draft))]
    if not broken and checked(draft):
        broken = [Text("独立核对没有通过", "the independent checker does not pass it")]
    refuse_all(broken)
