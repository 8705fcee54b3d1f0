"""What a token can be allowed to do: the verbs that some operation of the API asks for."""

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import verbs

SCOPES = (
    "report.see",
    "report.fill",
    "report.review",
    "report.correct",
    "round.lock",
    "evidence.see",
    "verdict.see",
    "staff.see",
    "staff.edit",
    "staff.approve",
    "talent.see",
    "pay.persons",
    "audit.read",
)


def scopes_of(actor: Actor) -> dict[str, Text]:
    """The scopes a person can give to a token, with their words."""
    return {verb: verbs()[verb] for verb in SCOPES if verb in actor.verbs}
