"""From flows between groups to persons: who wished goes there; of equals, who has been at the school longest."""

from dataclasses import dataclass

import numpy as np

from junheng.teachers.rotation.county import County, Ints
from junheng.teachers.rotation.groups import Groups
from junheng.teachers.rotation.whole import Whole


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """(M,) ``teacher`` of the county to post ``to``; ``rank`` of the wish that it grants, 0 without."""

    teacher: Ints
    to: Ints
    rank: Ints

    @property
    def count(self) -> int:
        return self.teacher.size

    def posts(self, county: County) -> Ints:
        """(T,) where everybody is after the moves."""
        after = county.staff.post.copy()
        after[self.teacher] = self.to
        return after


def nobody() -> Moves:
    """No moves."""
    none = np.empty(0, dtype=np.int64)
    return Moves(none, none, none)


def moves(county: County, made: Groups, plan: Whole) -> Moves:
    """The persons of a plan, in the order of the table."""
    staff, arcs = county.staff, plan.arcs
    placed: dict[int, tuple[int, int]] = {}
    moving = np.flatnonzero(plan.flow > 0)
    for arc in moving[arcs.wish[moving] >= 0]:
        teacher, to, rank = staff.wishes[arcs.wish[arc]].tolist()
        placed[teacher] = (to, rank)
    waiting = _waiting(county, made, placed)
    wished = {(one, to): rank for one, to, rank in staff.wishes.tolist()}
    for arc in moving[arcs.wish[moving] < 0]:
        to = int(arcs.to[arc])
        for _ in range(int(plan.flow[arc])):
            teacher = waiting[int(arcs.group[arc])].pop()
            placed[teacher] = (to, wished.get((teacher, to), 0))
    rows = sorted((teacher, to, rank) for teacher, (to, rank) in placed.items())
    return Moves(*np.array(rows, dtype=np.int64).reshape(-1, 3).T)


def _waiting(county: County, made: Groups, placed: dict[int, tuple[int, int]]) -> dict[int, list[int]]:
    """Those of each group who are not placed; who goes first stands last: no wishes, longest at the school."""
    staff = county.staff
    may = [one for one in np.flatnonzero(made.of >= 0).tolist() if one not in placed]
    wishing, years = staff.wishing, np.nan_to_num(staff.years, nan=-1.0)
    may.sort(key=lambda one: (wishing[one] == 0, years[one], -one))
    found: dict[int, list[int]] = {}
    for one in may:
        found.setdefault(int(made.of[one]), []).append(one)
    return found
