"""An edit of a draft, tried before it is made: what it breaks, what it adds, what it costs if all others may follow."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from junheng.policy.text import Text
from junheng.teachers.rotation import Breach, Change, Draft, check_edit, draft, forced, price_of_edit, rotate
from junheng.teachers.rotation.county import Ints
from junheng.teachers.rotation.solve import CountyPlan
from junheng.teachers.rotation.swap import check_swap, others
from junheng.web.personnel.ground import Ground, opened
from junheng.web.personnel.models import RotationDraft

COUNTED = frozenset({"share", "backbone_share", "most", "out", "into"})
"""Rules over many: one edit may leave them broken and the next may mend them, so they only bar the publication."""
SOLVED = 2
"""Programs that a process keeps for the question what an edit costs."""


@dataclass(frozen=True, slots=True, eq=False)
class Editing:
    """A draft under the engine's hands; ``plan`` has everybody where the draft has them."""

    ground: Ground
    plan: Draft

    def teacher(self, code: str) -> int:
        """The number of a teacher. KeyError when there is none."""
        return self.ground.teacher[code]

    def post(self, teacher: int, school: str) -> int:
        """The post of a teacher at a school: that of the own section. KeyError when it has none."""
        return self.ground.post[school, self.section(int(self.ground.county.staff.post[teacher]))]

    def section(self, post: int) -> str:
        found: str = self.ground.city.schools.frame["section"][int(self.ground.city.posts[0][post])]
        return found

    def exchangeable(self, head: int, other: int) -> bool:
        """Whether both are heads, of one section and at two schools of the draft."""
        return bool(self.ground.county.staff.principal[head]) and other in others(self.plan, head)

    def home(self, teacher: int) -> str:
        """The school of today."""
        return self.ground.school(int(self.ground.county.staff.post[teacher]))

    def place(self, teacher: int) -> str:
        """The school in the draft."""
        return self.ground.school(int(self.plan.after[teacher]))


@dataclass(frozen=True, slots=True)
class Tried:
    """One edit before it is made.

    ``barred``: rules that keep it from being made; ``counted``: rules over many that it would leave broken; ``change``:
    points it adds to each term, everybody else staying where the draft has them.
    """

    barred: tuple[Breach, ...]
    counted: tuple[Breach, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two heads who would change places: the rules that it breaks for the one who is edited, and for the other."""

    own: tuple[Breach, ...]
    theirs: tuple[Breach, ...]

    @property
    def words(self) -> tuple[Text, ...]:
        """Every rule, those of the other marked so."""
        return (*(one.words for one in self.own), *(of_other(one.words) for one in self.theirs))


def of_other(words: Text) -> Text:
    """A rule that is broken for the head on the other side."""
    return Text(f"对方校长：{words.zh}", f"the other head: {words.en}")


def exchanged(editing: Editing, head: int, other: int) -> Exchange:
    """What having two heads change places would break."""
    return Exchange(*check_swap(editing.plan, head, other))


def edit(of: RotationDraft) -> Editing:
    """The draft with its edits; cheap when the process has it open."""
    ground = opened(of)
    return Editing(ground, draft(ground.county, ground.rules, after_of(ground, of.places)))


def after_of(ground: Ground, places: Mapping[str, str]) -> Ints:
    """(T,) where everybody is; ``places``: school by code of who moves."""
    staff = ground.county.staff
    after = staff.post.copy()
    section = ground.city.schools.frame["section"].gather(ground.city.posts[0]).to_list()
    for code, school in places.items():
        teacher = ground.teacher[code]
        after[teacher] = ground.post[school, section[int(staff.post[teacher])]]
    return after


def places_of(ground: Ground, after: Ints) -> dict[str, str]:
    """School by code of everybody who moves."""
    moved = set(np.flatnonzero(after != ground.county.staff.post).tolist())
    return {code: ground.school(int(after[at])) for code, at in ground.teacher.items() if at in moved}


def tried(editing: Editing, teacher: int, to: int) -> Tried:
    """What putting a teacher at a post would do."""
    broken = check_edit(editing.plan, teacher, to)
    return Tried(
        tuple(one for one in broken if one.rule not in COUNTED),
        tuple(one for one in broken if one.rule in COUNTED),
        price_of_edit(editing.plan, teacher, to),
    )


def standing(editing: Editing) -> tuple[Breach, ...]:
    """The rules over many that the draft breaks as it stands, each once."""
    found: dict[tuple[str, str], Breach] = {}
    after, home = editing.plan.after, editing.ground.county.staff.post
    moving = np.flatnonzero(after != home).tolist()
    for teacher in moving or [0]:
        for one in check_edit(editing.plan, teacher, int(after[teacher])):
            found.setdefault((one.rule, one.words.zh), one)
    return tuple(found.values())


def costs(of: RotationDraft, teacher: int, to: int) -> float | None:
    """Points the best plan costs more with the teacher at a post, the locked where they are and all others placed anew.

    None where the rules do not allow it.
    """
    ground = opened(of)
    after = after_of(ground, of.places)
    locked = sorted(ground.teacher[code] for code in of.locked)
    return forced(_solved(ground, tuple((one, int(after[one])) for one in locked if one != teacher)), teacher, to)


@lru_cache(maxsize=SOLVED)
def _solved(ground: Ground, locked: tuple[tuple[int, int], ...]) -> CountyPlan:
    """The best plan with some teachers, by number, at the post beside them."""
    staff = ground.county.staff
    held = np.full_like(staff.held, -1)
    for one, post in locked:
        held[one] = post
    county = replace(ground.county, staff=replace(staff, held=held))
    plans: tuple[Any, ...] = rotate((county,), ground.rules, 0.0)
    found: CountyPlan = plans[0]
    return found
