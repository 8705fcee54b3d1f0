"""Make the last finding final: from now on it is what the verdict uses."""

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.actions.move import moving, step
from junheng.web.evidence.models import Case, CaseState


def finalise(actor: Actor, organisation: Organisation, year: int, item: str, *, revision: int) -> Case:
    """After the reply, or when the day to reply by has passed."""
    with moving(actor, organisation, year, item, revision=revision, action="finalise") as case:
        step(actor, case, "finalise", CaseState.FINAL, said={"met": case.findings.order_by("-pk")[0].met})
    return case
