"""What the editor of a draft is asked to show: which schools, which teachers, whose possible schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import numpy as np

from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.county import Bools, Ints
from junheng.web.personnel.editing import Editing
from junheng.web.personnel.models import RotationDraft

KINDS = ("moving", "wished", "unasked", "staying", "barred", "locked", "all")
"""Who is listed: those who move, of them with and without a wish; those who might; those who may not; the locked."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The choices of the form, by the names of the address; empty means every one.

    ``teacher`` is the code of the chosen one, ``to`` a school whose cost is asked for; ``page`` and ``schools`` number
    the pages of teachers and of schools.
    """

    section: str = ""
    school: str = ""
    subject: str = ""
    kind: str = "moving"
    reason: str = ""
    q: str = ""
    short: str = ""
    teacher: str = ""
    to: str = ""
    page: str = ""
    schools: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Narrowing":
        """What an address says; a kind that there is not counts as the first."""
        given = {name: said[name].strip() for name in cls.__dataclass_fields__ if name in said}
        if given.get("kind") not in KINDS:
            given.pop("kind", None)
        return cls(**given)

    def query(self, **changes: str) -> str:
        """The query string that asks for the same with some changes."""
        held = {name: changes.get(name, getattr(self, name)) for name in self.__dataclass_fields__}
        standard = Narrowing()
        return urlencode({name: one for name, one in held.items() if one != getattr(standard, name)})


def teachers(draft: RotationDraft, editing: Editing, asked: Narrowing, found: frozenset[str] | None) -> Ints:
    """Numbers of the teachers that are asked for, school by school; ``found``: codes that the search found, if any."""
    ground, plan, staff = editing.ground, editing.plan, editing.ground.county.staff
    chosen = _kind(draft, editing, asked.kind)
    if asked.section or asked.school:
        posts = posts_of(editing, asked)
        chosen &= posts[staff.post] | posts[plan.after]
    if asked.subject:
        subjects = ground.city.subjects
        chosen &= staff.subject == (subjects.index(asked.subject) if asked.subject in subjects else -1)
    if asked.reason:
        said = [one.why is not None and one.why.zh == asked.reason for one in ground.city.standing]
        chosen &= np.array(said, dtype=bool)[staff.row]
    if found is not None:
        chosen &= np.array([code in found for code in ground.teacher], dtype=bool)
    rows = np.flatnonzero(chosen)
    return rows[np.argsort(staff.post[rows], kind="stable")]


def _kind(draft: RotationDraft, editing: Editing, kind: str) -> Bools:
    staff, plan = editing.ground.county.staff, editing.plan
    moving = plan.after != staff.post
    if kind in {"wished", "unasked"}:
        wished = np.zeros(moving.size, dtype=bool)
        wished[[at for at in np.flatnonzero(moving).tolist() if (at, int(plan.after[at])) in plan.rank]] = True
        return wished if kind == "wished" else moving & ~wished
    if kind == "locked":
        locked = frozenset(draft.locked)
        return np.array([code in locked for code in editing.ground.teacher], dtype=bool)
    named: Mapping[str, Bools] = {"moving": moving, "staying": staff.mobile & ~moving, "barred": ~staff.mobile}
    return named.get(kind, np.ones(moving.size, dtype=bool)).copy()


def posts_of(editing: Editing, asked: Narrowing) -> Bools:
    """(P,) whether a post is of the section, the school and, with ``short``, short of a teacher."""
    county, sections = editing.ground.county, list(vocabulary("section"))
    chosen = np.ones(county.posts, dtype=bool)
    if asked.section:
        chosen &= county.section == (sections.index(asked.section) if asked.section in sections else -1)
    if asked.school:
        chosen &= np.array([editing.ground.school(at) == asked.school for at in range(county.posts)], dtype=bool)
    if asked.short:
        lacking = editing.plan.have < county.need
        subjects = editing.ground.city.subjects
        if asked.subject in subjects:
            chosen &= lacking[:, subjects.index(asked.subject)]
        else:
            chosen &= lacking.any(axis=1)
    return chosen
