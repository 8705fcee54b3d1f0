"""Withdraw a file; it stays readable, marked as withdrawn."""

from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.evidence.actions.move import moving, step
from junheng.web.evidence.models import Attachment, Case, CaseState
from junheng.web.evidence.queries.cases import attachment
from junheng.web.kit.refusal import Refusal


def withdraw(actor: Actor, pk: int, *, revision: int) -> Case:
    """Without any file left the case is open again; a file that a finding cites stays."""
    held = attachment(actor, pk)
    case = held.case
    with moving(actor, case.organisation, case.year, case.item, revision=revision, action="withdraw") as locked:
        file = Attachment.objects.everything("the reach was checked above").get(pk=pk)
        if file.withdrawn_at:
            raise Refusal("这个文件已经撤回。", "This file has been withdrawn already.")
        if locked.findings.filter(cites=file).exists():
            raise Refusal("督导意见引用了这个文件，不能撤回。", "A finding cites this file: it cannot be withdrawn.")
        file.withdrawn_by_id, file.withdrawn_at = actor.user_id, timezone.now()
        file.save()
        left = locked.attachments.filter(withdrawn_at=None).exists()
        after = locked.state if left else CaseState.OPEN
        step(actor, locked, "withdraw", after, said={"file": file.sha256})
    return locked
