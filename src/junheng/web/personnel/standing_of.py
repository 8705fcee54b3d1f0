"""Who of a round is eligible and who is not, by reason, beside the shares that the procedure asks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Text
from junheng.teachers.rotation.county import quota
from junheng.web.personnel.ground import Ground


@dataclass(frozen=True, slots=True)
class Person:
    """One teacher: ``kind`` is may, not_eligible or excluded; ``why`` says why not."""

    code: str
    kind: str
    why: Text | None
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counts:
    """Teachers and heads, who of them may move, and what the shares ask of the round."""

    teachers: int
    heads: int
    eligible: int
    eligible_heads: int
    backbone: int
    needed: int
    backbone_needed: int
    share: float
    backbone_share: float
    reasons: Sequence[tuple[Text, int]]


def people(ground: Ground) -> dict[str, Person]:
    """Code -> the teacher's standing, in the order of the table."""
    frame = ground.city.teachers.frame
    rows = zip(frame.iter_rows(named=True), ground.city.standing, strict=True)
    return {row["teacher_id"]: Person(row["teacher_id"], one.kind, one.why, row) for row, one in rows}


def counts(ground: Ground) -> Counts:
    """The counts of a round; heads are counted apart, as the shares are of teachers."""
    everybody = people(ground).values()
    heads = [one for one in everybody if one.row.get("principal")]
    teachers = [one for one in everybody if not one.row.get("principal")]
    may = [one for one in teachers if one.kind == "may"]
    needed = quota(ground.rules.share, len(may))
    why = Counter((one.why.zh, one.why.en) for one in everybody if one.why is not None)
    return Counts(
        teachers=len(teachers),
        heads=len(heads),
        eligible=len(may),
        eligible_heads=sum(one.kind == "may" for one in heads),
        backbone=sum(bool(one.row["backbone"]) for one in may),
        needed=needed,
        backbone_needed=quota(ground.rules.backbone, needed),
        share=ground.rules.share,
        backbone_share=ground.rules.backbone,
        reasons=[(Text(*words), many) for words, many in why.most_common()],
    )
