"""Teachers who may move, gathered where they are interchangeable: same post, subject and flags.

Whoever is bound to one person (a partner, a child) or held at a school is a group of one. Wishes stay with the person:
they are arcs of their own beside those of the group.
"""

from dataclasses import dataclass

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.county import Bools, County, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """G groups.

    Attributes:
        of: (T,) group of a teacher, -1 for who stays.
        post, subject, size: (G,); flags: (G, 2); principal: (G,).
        one: (G,) the teacher of a group of one person that is bound, -1 for the others.
        kind: (G,) number of the subject and flags, the same for groups that differ in their post only.
        kinds: (K,) a group of each kind.
    """

    of: Ints
    post: Ints
    subject: Ints
    flags: Bools
    principal: Bools
    size: Ints
    one: Ints
    kind: Ints
    kinds: Ints

    @property
    def count(self) -> int:
        return self.post.size


def bound(county: County, rules: RotationRules) -> Bools:
    """(T,) whether a rule ties the teacher to one person, or somebody holds the teacher at a school."""
    staff = county.staff
    tied = staff.held >= 0
    if rules.couple is not None:
        tied |= staff.partner >= 0
    if rules.child is not None:
        tied |= staff.child >= 0
    return tied & staff.mobile


def groups(county: County, rules: RotationRules) -> Groups:
    """The groups of those who may move."""
    staff = county.staff
    may = np.flatnonzero(staff.mobile & (staff.held != staff.post))
    tied = bound(county, rules)[may]
    alone = np.where(tied, may + 1, 0)
    keys = np.column_stack((staff.subject[may], staff.flags[may], staff.principal[may], staff.post[may], alone))
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    group = group.reshape(-1)
    of = np.full(staff.post.size, -1, dtype=np.int64)
    of[may] = group
    lead = may[first]
    _, kinds, kind = np.unique(keys[first][:, :4], axis=0, return_index=True, return_inverse=True)
    return Groups(
        of=of,
        post=staff.post[lead],
        subject=staff.subject[lead],
        flags=staff.flags[lead],
        principal=staff.principal[lead],
        size=np.bincount(group, minlength=lead.size).astype(np.int64),
        one=np.where(tied[first], lead, -1),
        kind=kind.reshape(-1).astype(np.int64),
        kinds=kinds.astype(np.int64),
    )


def doors(county: County, rules: RotationRules, made: Groups) -> Bools:
    """(G, P) where a group may go: reach, subject, the child's school of a bound teacher, the post of a held one."""
    open_ = county.reach(rules)[made.post] & county.fits().T[made.subject]
    if rules.child is not None:
        child = np.where(made.one >= 0, county.staff.child[made.one], -1)
        has = child >= 0
        open_[has] &= county.child_km[child[has]] <= rules.child
    held = held_posts(county, made)
    fixed = held >= 0
    open_[fixed] &= np.arange(county.posts) == held[fixed, None]
    return open_


def held_posts(county: County, made: Groups) -> Ints:
    """(G,) where the one teacher of a group must go, -1 where nobody is held."""
    found: Ints = np.where(made.one >= 0, county.staff.held[made.one], -1)
    return found


def way_points(county: County, rules: RotationRules) -> Floats:
    """(P, P) points of the way; 0 where there is none."""
    return np.where(np.isfinite(county.km), county.km, 0.0) * rules.weights.commute
