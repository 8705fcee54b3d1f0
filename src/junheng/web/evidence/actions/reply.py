"""The county's answer to a finding."""

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.actions.move import moving, person, step, written
from junheng.web.evidence.models import Case, CaseState, Reply


def reply(
    actor: Actor, organisation: Organisation, year: int, item: str, *, revision: int, agrees: bool, text: str
) -> Case:
    """Agree or object; an objection says why."""
    with moving(actor, organisation, year, item, revision=revision, action="reply") as case:
        said = text.strip() if agrees else written(text, "有异议时请写明理由。", "An objection says why.")
        Reply(finding=case.findings.order_by("-pk")[0], agrees=agrees, text=said, by_id=person(actor)).save()
        step(actor, case, "reply", CaseState.REPLIED, said={"agrees": agrees})
    return case
