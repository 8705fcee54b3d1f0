"""The document of a draft as it stands, edits included, and whether the independent checker finds anything."""

from functools import lru_cache
from typing import Any

import numpy as np

from junheng.teachers.rotation import CountyPlan, faults, report
from junheng.teachers.rotation.placing import Moves
from junheng.teachers.rotation.terms import terms
from junheng.web.personnel.editing import Editing, edit
from junheng.web.personnel.ground import opened
from junheng.web.personnel.models import RotationDraft

OPEN = 4
"""Documents of edited drafts that a process remembers."""
Document = dict[str, Any]


def document(of: RotationDraft) -> Document:
    """As solved, or counted anew when the draft was edited. The draft has a result."""
    if of.revision == 1 and of.result is not None:
        held: Document = of.result
        return held
    return _counted(_Edited(of))


class _Edited:
    """A draft by its number and revision."""

    def __init__(self, draft: RotationDraft) -> None:
        self.draft, self.key = draft, (draft.pk, draft.revision)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Edited) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=OPEN)
def _counted(of: _Edited) -> Document:
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


def checked(of: RotationDraft) -> list[str]:
    """What the independent checker finds wrong with the draft as it stands, in English."""
    ground = opened(of)
    return faults(ground.city, ground.inputs.km, ground.rules, document(of)["placements"])
