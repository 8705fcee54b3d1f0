"""Take a final finding up again; what was final stays readable."""

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.actions.move import moving, step, written
from junheng.web.evidence.models import Case, CaseState


def reopen(actor: Actor, organisation: Organisation, year: int, item: str, *, revision: int, reason: str) -> Case:
    """Back to the inspector, with the reason. A snapshot that was locked before keeps what it holds."""
    with moving(actor, organisation, year, item, revision=revision, action="reopen") as case:
        said = written(reason, "请写明重新认定的理由。", "Say why it is taken up again.")
        step(actor, case, "reopen", CaseState.GIVEN, comment=said)
    return case
