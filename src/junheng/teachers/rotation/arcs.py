"""Arcs of the program: a teacher of a group to a post, or a named teacher to a post of the own wishes."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.county import Bools, County, Floats, Ints
from junheng.teachers.rotation.groups import Groups, way_points


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """(A,) ``group`` to post ``to`` at ``cost`` points; ``wish``: number of the wish that it grants, -1 without."""

    group: Ints
    to: Ints
    wish: Ints
    cost: Floats

    @property
    def count(self) -> int:
        return self.group.size

    def take(self, which: Ints | Bools) -> Self:
        return type(self)(self.group[which], self.to[which], self.wish[which], self.cost[which])

    def joined(self, more: Self) -> Self:
        names = ("group", "to", "wish", "cost")
        return type(self)(*(np.concatenate((getattr(self, one), getattr(more, one))) for one in names))


def plain_arcs(county: County, rules: RotationRules, made: Groups, group: Ints, to: Ints) -> Arcs:
    """Arcs that nobody asked for."""
    cost = way_points(county, rules)[made.post[group], to] + rules.weights.unasked
    return Arcs(group, to, np.full(group.size, -1, dtype=np.int64), cost)


def wish_arcs(county: County, rules: RotationRules, made: Groups, open_: Bools) -> Arcs:
    """An arc for every wish that may be granted."""
    teacher, to, rank = county.staff.wishes.T
    group = made.of[teacher]
    may = np.flatnonzero(group >= 0)
    may = may[open_[group[may], to[may]]]
    met = 1 - (rank[may] - 1) / county.staff.wishing[teacher[may]]
    cost = way_points(county, rules)[made.post[group[may]], to[may]] - rules.weights.wish * met
    return Arcs(group[may], to[may], may, cost)


def nearest_arcs(county: County, rules: RotationRules, made: Groups, open_: Bools, near: int) -> Arcs:
    """Arcs of every group to its ``near`` nearest posts."""
    if made.count == 0 or county.posts == 0:
        empty = np.empty(0, dtype=np.int64)
        return Arcs(empty, empty, empty, np.empty(0))
    order = np.argsort(county.km, axis=1, kind="stable")[made.post]
    allowed = np.take_along_axis(open_, order, axis=1)
    first = allowed & (np.cumsum(allowed, axis=1) <= near)
    group, place = np.nonzero(first)
    return plain_arcs(county, rules, made, group, order[group, place])
