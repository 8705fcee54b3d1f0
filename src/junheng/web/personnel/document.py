"""The document of a draft as it stands, edits included, and whether the independent checker finds anything."""

from functools import lru_cache
from typing import Any

import numpy as np

from junheng.policy.text import Text
from junheng.teachers.rotation import CountyPlan, faults, report
from junheng.teachers.rotation.placing import Moves
from junheng.teachers.rotation.terms import terms
from junheng.web.personnel.editing import Editing, edit, standing
from junheng.web.personnel.ground import opened
from junheng.web.personnel.models import RotationDraft

OPEN = 4
"""Documents, and what was found wrong with them, that a process remembers."""
Document = dict[str, Any]


def document(of: RotationDraft) -> Document:
    """As solved, or counted anew when the draft was edited. The draft has a result."""
    return _counted(_Revision(of))


class _Revision:
    """A draft as it is at one revision."""

    def __init__(self, draft: RotationDraft) -> None:
        self.draft, self.key = draft, (draft.pk, draft.revision, draft.status, draft.made_at)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Revision) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=OPEN)
def _counted(of: _Revision) -> Document:
    if of.draft.revision == 1 and of.draft.result is not None:
        held: Document = of.draft.result
        return held
    editing = edit(of.draft)
    ground = editing.ground
    return report(ground.city, ground.rules, (_plan(editing, of.draft.bound or 0.0),))


def _plan(editing: Editing, bound: float) -> CountyPlan:
    """The edited moves as a plan under the bound that was proven; it can no longer be solved on."""
    county, rules, after = editing.ground.county, editing.ground.rules, editing.plan.after
    movers = np.flatnonzero(after != county.staff.post)
    to = after[movers]
    rank = [editing.plan.rank.get((int(who), int(where)), 0) for who, where in zip(movers, to, strict=True)]
    points = terms(county, rules, after).points
    nothing: Any = None
    return CountyPlan(
        county=county,
        rules=rules,
        moves=Moves(movers, to, np.array(rank, dtype=np.int64)),
        points=points,
        bound=bound,
        gap=max(points - bound, 0.0) / max(abs(bound), 1.0),
        conflict=None,
        program=nothing,
        relaxed=nothing,
    )


def broken(of: RotationDraft) -> tuple[Text, ...]:
    """Every rule over many that the draft breaks as it stands."""
    return _judged(_Revision(of))[0]


def checked(of: RotationDraft) -> tuple[str, ...]:
    """What the independent checker finds wrong with the draft as it stands, in English."""
    return _judged(_Revision(of))[1]


@lru_cache(maxsize=OPEN)
def _judged(of: _Revision) -> tuple[tuple[Text, ...], tuple[str, ...]]:
    ground = opened(of.draft)
    wrong = faults(ground.city, ground.inputs.km, ground.rules, document(of.draft)["placements"])
    return tuple(one.words for one in standing(edit(of.draft))), tuple(wrong)
