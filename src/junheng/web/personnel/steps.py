"""The steps of a round in order, and where it is."""

from dataclasses import dataclass

from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.personnel.models import RotationRound, RoundState


@dataclass(frozen=True, slots=True)
class Step:
    """``look``: done, now or nothing; ``href``: its page."""

    title: Text
    href: str
    look: str


ORDER = (
    (RoundState.COLLECTING, Text("导入数据", "Import the tables"), "rotation-import"),
    (RoundState.COLLECTING, Text("核对交流资格", "Check who is eligible"), "rotation-eligibility"),
    (RoundState.WISHES, Text("填报志愿", "Record wishes"), "rotation-eligibility"),
    (RoundState.DRAFT, Text("拟定方案", "Draft"), "rotation"),
    (RoundState.PUBLISHED, Text("公示", "Publish"), "rotation-result"),
)
STATES = list(RoundState)


def steps(of: RotationRound) -> list[Step]:
    """Import, eligibility, wishes, draft, publication."""
    now = STATES.index(RoundState(of.state))
    return [
        Step(title, reverse(name, args=[of.pk]), _look(STATES.index(state), now, imported=of.imported, name=name))
        for state, title, name in ORDER
    ]


def _look(at: int, now: int, *, imported: bool, name: str) -> str:
    if at < now or (name == "rotation-import" and imported):
        return "done"
    if at > now or (name == "rotation-eligibility" and not imported):
        return ""
    return "now"
