"""Void a batch whose sheet was lost: its unspent codes open nothing any more."""

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Batch
from junheng.web.survey.queries.surveys import batches


def void_batch(actor: Actor, pk: int, batch: int) -> Batch:
    """Answers that were given with its codes stay: nothing says which they are."""
    with changing(actor, pk) as held:
        found = batches(held).filter(pk=batch).first()
        if found is None or found.voided:
            raise Refusal("没有这批代码，或已经作废。", "There is no such batch, or it is void already.")
        found.voided = True
        found.save()
        record(actor, "survey.void", f"batch:{found.pk}", path=held.organisation.path, after={"voided": True})
    return found
