"""The rows of the program, numbered, and the entries that an arc has in them."""

from dataclasses import dataclass

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.arcs import Arcs
from junheng.teachers.rotation.county import FLAGS, Bools, County, Floats, Ints, ceiling, quota
from junheng.teachers.rotation.groups import Groups, held_posts
from junheng.teachers.rotation.spread import Spread

NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Numbers of rows, -1 where there is no such row, and their limits.

    Attributes:
        group: (G,) at most the group's size leaves. person: (T,) a teacher with several wishes has one of them.
        flag: (2, P) teachers with the flag that arrive less those that leave. need: (P, S + 1) the same for a subject,
        with what is missing made up; heads are exchanged. out, into: (P,). couple: (T,). held: (G,) the teacher goes.
        movers, most, backbone: the shares of the county.
        lower, upper: (rows,).
    """

    group: Ints
    person: Ints
    flag: Ints
    need: Ints
    out: Ints
    into: Ints
    couple: Ints
    held: Ints
    movers: int
    most: int
    backbone: int
    lower: Floats
    upper: Floats

    @property
    def short(self) -> Ints:
        """Rows of subjects in which a school can be short."""
        found: Ints = self.need[:, :-1][self.need[:, :-1] >= 0]
        return found


class _Counter:
    """Gives rows their numbers and keeps their limits."""

    def __init__(self) -> None:
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []
        self.rows = 0

    def take(self, where: Bools, lower: Floats | float, upper: Floats | float) -> Ints:
        """Numbers for the places that are true, -1 for the others."""
        found = np.full(where.shape, NONE, dtype=np.int64)
        many = int(where.sum())
        found[where] = self.rows + np.arange(many)
        for kept, limit in ((self.lower, lower), (self.upper, upper)):
            kept.append(np.broadcast_to(limit, where.shape)[where].astype(float))
        self.rows += many
        return found


def rows_of(county: County, rules: RotationRules, made: Groups, spreads: tuple[Spread, ...]) -> Rows:
    """The rows of a county."""
    counter, staff = _Counter(), county.staff
    everyone = np.ones(made.count, dtype=bool)
    group = counter.take(everyone, -np.inf, made.size.astype(float))
    in_group = np.where(made.of >= 0, made.of, 0)
    several = (made.of >= 0) & (staff.wishing > 1)
    if made.count:
        several &= made.one[in_group] < 0
    person = counter.take(several, -np.inf, 1.0)
    flag = np.stack([counter.take(one.judged, 0.0, 0.0) for one in spreads])
    have = county.have()
    counted = (county.need > 0) | (have > 0)
    need = counter.take(counted, county.need - have, np.inf)
    heads = np.full(county.posts, bool(made.principal.any()))
    head_rows = counter.take(heads, 0.0, 0.0)
    size = county.size()
    limits = [ceiling(one, size) for one in (rules.out, rules.into)]
    out, into = (counter.take(np.isfinite(one), -np.inf, one) for one in limits)
    couple = _couples(counter, county, rules)
    held = counter.take(held_posts(county, made) >= 0, 1.0, np.inf)
    eligible = county.eligible()
    one = np.ones(1, dtype=bool)
    movers = counter.take(one, float(quota(rules.share, eligible)), np.inf)
    most = counter.take(one, -np.inf, float(ceiling(rules.most, np.array([eligible]))[0]))
    backbone = counter.take(one, 0.0, np.inf)
    return Rows(
        group=group,
        person=person,
        flag=flag,
        need=np.column_stack((need, head_rows)),
        out=out,
        into=into,
        couple=couple,
        held=held,
        movers=int(movers[0]),
        most=int(most[0]),
        backbone=int(backbone[0]),
        lower=np.concatenate(counter.lower),
        upper=np.concatenate(counter.upper),
    )


def _couples(counter: _Counter, county: County, rules: RotationRules) -> Ints:
    """(T,) the row of both of a couple."""
    partner = county.staff.partner
    found = np.full(partner.size, NONE, dtype=np.int64)
    if rules.couple is None:
        return found
    first = (partner >= 0) & (np.arange(partner.size) < partner)
    rows = counter.take(first, -np.inf, float(np.floor(rules.couple)))
    found[first] = rows[first]
    found[partner[first]] = rows[first]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """Entries of a matrix: ``row`` is sorted by ``column``."""

    row: Ints
    column: Ints
    value: Floats


def entries_of(arcs: Arcs, county: County, rules: RotationRules, made: Groups, rows: Rows) -> Entries:
    """What each arc adds to each row; columns are numbered from 0."""
    group, to = arcs.group, arcs.to
    home, subject = made.post[group], made.subject[group]
    column = np.arange(arcs.count)
    teacher = np.full(arcs.count, NONE, dtype=np.int64)
    wished = arcs.wish >= 0
    teacher[wished] = county.staff.wishes[arcs.wish[wished], 0]
    bound = made.one[group]
    ordinary = np.where(made.principal[group], NONE, 0)
    backbone = made.flags[group, 0].astype(float) - rules.backbone / 100
    parts = [
        (rows.group[group], 1.0),
        (_row(rows.person, teacher), 1.0),
        (_row(rows.couple, bound), 1.0),
        (rows.held[group], 1.0),
        (rows.need[home, subject], -1.0),
        (rows.need[to, subject], 1.0),
        (np.where(ordinary == 0, rows.out[home], NONE), 1.0),
        (np.where(ordinary == 0, rows.into[to], NONE), 1.0),
        (np.where(ordinary == 0, rows.movers, NONE), 1.0),
        (np.where(ordinary == 0, rows.most, NONE), 1.0),
        (np.where(ordinary == 0, rows.backbone, NONE), backbone),
    ]
    for flag in range(len(FLAGS)):
        has = made.flags[group, flag]
        parts.append((np.where(has, rows.flag[flag, home], NONE), -1.0))
        parts.append((np.where(has, rows.flag[flag, to], NONE), 1.0))
    row = np.concatenate([one for one, _ in parts])
    value = np.concatenate([np.broadcast_to(one, arcs.count) for _, one in parts]).astype(float)
    columns = np.tile(column, len(parts))
    keep = np.flatnonzero((row >= 0) & (value != 0))
    keep = keep[np.argsort(columns[keep], kind="stable")]
    return Entries(row[keep], columns[keep], value[keep])


def _row(numbers: Ints, of: Ints) -> Ints:
    """The row of each, -1 where it has none."""
    if numbers.size == 0:
        return np.full(of.size, NONE, dtype=np.int64)
    return np.where(of >= 0, numbers[of], NONE)
