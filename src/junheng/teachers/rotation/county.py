"""One county as arrays: its posts (a section of a school), its teachers, and who may go where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.policy.rotation_rules import RotationRules

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
FLAGS = ("backbone", "degree")
"""What is spread evenly: backbone teachers, and teachers above the required degree."""


@dataclass(frozen=True, slots=True, eq=False)
class Staff:
    """The teachers of a county, one entry each.

    Attributes:
        row: number of the teacher in the table.
        post: where the teacher is; subject: number of the subject, that of heads is the last.
        flags: (T, 2) as in ``FLAGS``.
        principal: heads of schools; mobile: eligible and not excluded.
        years: at the school, NaN where not reported.
        partner: the other of a couple, -1 without; child: row of ``County.child_km``, -1 without.
        wishes: (W, 3) teacher, post, rank from 1; in the order of teachers, then ranks.
        held: (T,) the post where the plan must have the teacher, the own one meaning to stay; -1 for whoever is free.
    """

    row: Ints
    post: Ints
    subject: Ints
    flags: Bools
    principal: Bools
    mobile: Bools
    years: Floats
    partner: Ints
    child: Ints
    wishes: Ints
    held: Ints

    @property
    def wishing(self) -> Ints:
        """(T,) the last rank that each has wished for, 0 without wishes."""
        last = np.zeros(self.post.size, dtype=np.int64)
        np.maximum.at(last, self.wishes[:, 0], self.wishes[:, 2])
        return last


@dataclass(frozen=True, slots=True, eq=False)
class County:
    """``school``, ``section``, ``pupils`` (P,) by post; ``km`` (P, P), infinite where there is no way.

    ``need`` (P, subjects): teachers needed, today's number where no need is given; ``wanted``: whether one was given.
    ``child_km`` (C, P) from the schools of teachers' children. ``subjects``: how many; heads count as one more.
    """

    code: str
    school: Ints
    section: Ints
    pupils: Floats
    km: Floats
    child_km: Floats
    need: Floats
    wanted: Bools
    subjects: int
    staff: Staff

    @property
    def posts(self) -> int:
        return self.school.size

    def eligible(self) -> int:
        """Teachers who may move; heads are counted apart."""
        return int((self.staff.mobile & ~self.staff.principal).sum())

    def have(self, post: Ints | None = None) -> Ints:
        """(P, subjects) teachers, heads left out; ``post``: where each teacher is, today's without."""
        where, subject = self.staff.post if post is None else post, self.staff.subject
        taught = subject < self.subjects
        counted = np.bincount(where[taught] * self.subjects + subject[taught], minlength=self.posts * self.subjects)
        return counted.reshape(self.posts, self.subjects).astype(np.int64)

    def flagged(self, flag: int, post: Ints | None = None) -> Ints:
        """(P,) teachers with a flag, heads among them."""
        where = self.staff.post if post is None else post
        return np.bincount(where[self.staff.flags[:, flag]], minlength=self.posts).astype(np.int64)

    def size(self) -> Ints:
        """(P,) teachers of each post, heads left out."""
        return np.bincount(self.staff.post[~self.staff.principal], minlength=self.posts).astype(np.int64)

    def reach(self, rules: RotationRules) -> Bools:
        """(P, P) whether one may move: another school, the same section, a way within the cap."""
        cap = np.inf if rules.cap is None else rules.cap
        other = self.school[:, None] != self.school
        found: Bools = other & (self.section[:, None] == self.section) & np.isfinite(self.km) & (self.km <= cap)
        return found

    def fits(self) -> Bools:
        """(P, subjects + 1) whether a teacher of the subject is of use; heads are everywhere."""
        useful = ~(self.wanted & (self.need == 0))
        return np.hstack((useful, np.ones((self.posts, 1), dtype=bool)))


def quota(percent: float, of: float) -> int:
    """The least whole number that is ``percent`` of ``of``."""
    return int(np.ceil(percent * of / 100 - 1e-9))


def ceiling(percent: float | None, of: Ints) -> Floats:
    """The largest whole numbers within ``percent`` of ``of``; infinite without a percentage."""
    if percent is None:
        return np.full(of.size, np.inf)
    allowed: Floats = np.floor(percent * of / 100 + 1e-9)
    return allowed
