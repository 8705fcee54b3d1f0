"""The draft school by school and teacher by teacher, as the editor shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.teachers.columns import vocabulary
from junheng.web.personnel.editing import Editing
from junheng.web.personnel.listed import subject_words
from junheng.web.personnel.models import RotationDraft
from junheng.web.portal.words import say

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """One teacher of the list: ``home`` and ``now`` are names of schools, ``why`` the reason of moving or staying."""

    code: str
    name: str
    subject: str
    backbone: bool
    home: str
    now: str
    moves: bool
    locked: bool
    why: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """Teachers of a subject that a school still lacks, and lacked before anybody moved."""

    subject: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class School:
    """One section of a school with who leaves, who comes and what it lacks.

    ``most_out`` and ``most_in`` are empty where there is no limit; ``backbone`` counts before and after.
    """

    code: str
    name: str
    section_id: str
    section: str
    leaving: tuple[Person, ...]
    coming: tuple[Person, ...]
    most_out: str
    most_in: str
    lacking: tuple[Lacking, ...]
    backbone: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """A draft under the editor: ``names`` of schools by code, ``codes`` of teachers by number."""

    draft: RotationDraft
    editing: Editing
    names: Names
    codes: Sequence[str]

    def school(self, post: int) -> str:
        """The name of the school of a post."""
        code = self.editing.ground.school(post)
        return self.names.get(code, code)

    def people(self, numbers: Sequence[int], faces: Names) -> tuple[Person, ...]:
        """Some teachers; ``faces``: names by code."""
        return tuple(self._person(one, faces) for one in numbers)

    def _person(self, teacher: int, faces: Names) -> Person:
        editing, code = self.editing, self.codes[teacher]
        home, now = int(editing.ground.county.staff.post[teacher]), int(editing.plan.after[teacher])
        row = editing.ground.row(teacher)
        return Person(
            code=code,
            name=faces.get(code, ""),
            subject=say(subject_words(row)) or "—",
            backbone=bool(row["backbone"]),
            home=self.school(home),
            now=self.school(now),
            moves=home != now,
            locked=code in self.draft.locked,
            why=self._why(teacher, home, now),
        )

    def _why(self, teacher: int, home: int, now: int) -> str:
        if home == now:
            standing = self.editing.ground.city.standing[int(self.editing.ground.county.staff.row[teacher])]
            return say(standing.why) if standing.why else _("可以交流")
        if self.editing.ground.county.staff.principal[teacher]:
            return _("校长对调")
        rank = self.editing.plan.rank.get((teacher, now))
        return _("第 %(rank)d 志愿") % {"rank": rank} if rank else _("按需安排")

    def going(self, posts: Sequence[int]) -> dict[int, tuple[list[int], list[int]]]:
        """For some posts the numbers of the teachers who leave and who come."""
        home, after = self.editing.ground.county.staff.post, self.editing.plan.after
        found: dict[int, tuple[list[int], list[int]]] = {post: ([], []) for post in posts}
        for teacher in np.flatnonzero(home != after).tolist():
            for post, side in ((int(home[teacher]), 0), (int(after[teacher]), 1)):
                if post in found:
                    found[post][side].append(teacher)
        return found

    def schools(self, going: Mapping[int, tuple[list[int], list[int]]], faces: Names) -> list[School]:
        """Some posts in words."""
        return [self._school(post, *both, faces) for post, both in going.items()]

    def _school(self, post: int, leaving: Sequence[int], coming: Sequence[int], faces: Names) -> School:
        plan, ground = self.editing.plan, self.editing.ground
        flagged = ground.county.staff.flags[:, 0]
        return School(
            code=ground.school(post),
            name=self.school(post),
            section_id=self.editing.section(post),
            section=say(vocabulary("section")[self.editing.section(post)]),
            leaving=self.people(leaving, faces),
            coming=self.people(coming, faces),
            most_out=_limit(plan.out_most[post]),
            most_in=_limit(plan.in_most[post]),
            lacking=self._lacking(post),
            backbone=(
                int((flagged & (ground.county.staff.post == post)).sum()),
                int(plan.flagged[0, post]),
            ),
        )

    def _lacking(self, post: int) -> tuple[Lacking, ...]:
        plan, county = self.editing.plan, self.editing.ground.county
        today = np.bincount(county.staff.subject[county.staff.post == post], minlength=county.subjects + 1)[
            : county.subjects
        ]
        now, before = (np.maximum(county.need[post] - have, 0).astype(int) for have in (plan.have[post], today))
        words = vocabulary("subject")
        return tuple(
            Lacking(say(words[subject]), int(now[at]), int(before[at]))
            for at, subject in enumerate(self.editing.ground.city.subjects)
            if now[at] or before[at]
        )


def _limit(most: float) -> str:
    return f"{most:.0f}" if np.isfinite(most) else ""


def board_of(draft: RotationDraft, editing: Editing, names: Names) -> Board:
    """The draft under the editor."""
    return Board(draft, editing, names, tuple(editing.ground.teacher))


def reasons(editing: Editing) -> list[Text]:
    """Every reason of not moving, those of most teachers first."""
    counted: dict[str, tuple[int, Text]] = {}
    for one in editing.ground.city.standing:
        if one.why is not None:
            many, words = counted.get(one.why.zh, (0, one.why))
            counted[one.why.zh] = (many + 1, words)
    return [words for _many, words in sorted(counted.values(), key=lambda one: -one[0])]
