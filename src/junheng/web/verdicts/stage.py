"""Where a round stands on its way to the public, and who acts next."""

from dataclasses import dataclass
from enum import StrEnum

from junheng.policy.text import Text
from junheng.web.reporting.models import Round, RoundState


class Stage(StrEnum):
    """The steps of a round's verdicts, in order."""

    OPEN = "open"
    LOCKED = "locked"
    DRAFTED = "drafted"
    SIGNED = "signed"
    RELEASED = "released"


NEXT = {
    Stage.OPEN: Text("市级统计员：锁定全市数据", "City statistician: lock the city's data"),
    Stage.LOCKED: Text("督学：形成待签发的结论", "Inspector: draw up the verdicts"),
    Stage.DRAFTED: Text("督学：签发", "Inspector: sign"),
    Stage.SIGNED: Text("发布员：发布", "Publisher: release"),
    Stage.RELEASED: Text("已发布，无待办", "Published, nothing waits"),
}
TITLES = {
    Stage.OPEN: Text("数据未锁定", "Data not locked"),
    Stage.LOCKED: Text("已锁定，未评定", "Locked, not judged"),
    Stage.DRAFTED: Text("待签发", "To be signed"),
    Stage.SIGNED: Text("已签发，待发布", "Signed, to be released"),
    Stage.RELEASED: Text("已发布", "Published"),
}
STEPS = {
    Stage.OPEN: Text("锁定数据", "Lock the data"),
    Stage.LOCKED: Text("形成结论", "Draw up"),
    Stage.DRAFTED: Text("签发", "Sign"),
    Stage.SIGNED: Text("发布", "Release"),
}
"""What is done at each stage to leave it."""
LOOKS = {
    Stage.OPEN: "planned",
    Stage.LOCKED: "waiting",
    Stage.DRAFTED: "submitted",
    Stage.SIGNED: "approved",
    Stage.RELEASED: "done",
}
"""The look of each stage on the desk."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A round with its stage, how many verdicts are drafted and how many of them signed."""

    round: Round
    stage: Stage
    drafts: int = 0
    signed: int = 0

    @property
    def title(self) -> Text:
        return TITLES[self.stage]

    @property
    def next(self) -> Text:
        return NEXT[self.stage]

    @property
    def look(self) -> str:
        return LOOKS[self.stage]


def standing(held: Round, drafts: list[tuple[bool, bool]], *, published: bool) -> Standing:
    """``drafts`` says of each draft of the round's snapshot whether it is signed and released."""
    counts = (len(drafts), sum(signed for signed, _released in drafts))
    if published:
        return Standing(held, Stage.RELEASED, *counts)
    if held.state != RoundState.LOCKED or not held.snapshot:
        return Standing(held, Stage.OPEN, *counts)
    if not drafts:
        return Standing(held, Stage.LOCKED, *counts)
    return Standing(held, Stage.SIGNED if counts[0] == counts[1] else Stage.DRAFTED, *counts)
