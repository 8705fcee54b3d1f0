"""Say what the files show: met, not met, or not enough to judge."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.actions.move import moving, person, step, written
from junheng.web.evidence.models import Case, CaseState, Finding
from junheng.web.kit.refusal import Refusal


def judge(
    actor: Actor,
    organisation: Organisation,
    year: int,
    item: str,
    *,
    revision: int,
    met: bool | None,
    text: str,
    cites: Collection[int],
    reply_by: date,
) -> Case:
    """The finding of an inspector who gave none of the files. ``cites`` are the files it stands on.

    A judgement stands on at least one file; "not enough to judge" (``met`` None) may name none.
    """
    with moving(actor, organisation, year, item, revision=revision, action="judge") as case:
        said = written(text, "请写明认定意见。", "Write what you found.")
        files = list(case.attachments.filter(pk__in=cites, withdrawn_at=None))
        if len(files) != len(set(cites)):
            raise Refusal(
                "所引文件不属于本项或已撤回。", "A cited file is not of this item or was withdrawn.", status=422
            )
        if met is not None and not files:
            raise Refusal("请勾选认定所依据的文件。", "Tick the files the judgement stands on.", status=422)
        if reply_by < timezone.localdate():
            raise Refusal("回复期限不能早于今天。", "The day to reply by has passed.", status=422)
        finding = Finding(case=case, met=met, text=said, reply_by=reply_by, by_id=person(actor))
        finding.save()
        finding.cites.set(files)
        step(actor, case, "judge", CaseState.FOUND, said={"met": met, "files": [one.sha256 for one in files]})
    return case
