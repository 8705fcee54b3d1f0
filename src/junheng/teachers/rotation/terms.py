"""What a plan of moves costs, term by term, counted from the places of the teachers alone."""

from dataclasses import asdict, dataclass

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.county import FLAGS, County, Ints
from junheng.teachers.rotation.spread import spread


@dataclass(frozen=True, slots=True)
class Points:
    """Points by what they are for."""

    backbone: float
    degree: float
    shortage: float
    commute: float
    wish: float
    unasked: float

    @property
    def points(self) -> float:
        return self.backbone + self.degree + self.shortage + self.commute + self.wish + self.unasked


@dataclass(frozen=True, slots=True)
class Terms(Points):
    """The points of a plan, and what they are for in units of its own: missing teachers, km, unmet wishes, unasked
    moves."""

    missing: int
    km: float
    unmet: float
    unasked_moves: int

    def to_dict(self) -> dict[str, float]:
        return {**asdict(self), "points": self.points}


def terms(county: County, rules: RotationRules, after: Ints) -> Terms:
    """The terms with every teacher at ``after`` (T,)."""
    staff, weights = county.staff, rules.weights
    moved = np.flatnonzero(after != staff.post)
    km = float(county.km[staff.post[moved], after[moved]].sum())
    unmet, unasked = _wishes(county, after, moved)
    missing = np.maximum(county.need - county.have(after), 0)
    spreads = [
        float(spread(county, at, getattr(weights, name)).points(county.flagged(at, after)).sum())
        for at, name in enumerate(FLAGS)
    ]
    return Terms(
        backbone=spreads[0],
        degree=spreads[1],
        shortage=weights.shortage * float(missing.sum()),
        commute=weights.commute * km,
        wish=weights.wish * unmet,
        unasked=weights.unasked * unasked,
        missing=int(missing.sum()),
        km=km,
        unmet=unmet,
        unasked_moves=unasked,
    )


def _wishes(county: County, after: Ints, moved: Ints) -> tuple[float, int]:
    """Wishes that are not met (the r-th of n counts (r-1)/n), and moves that nobody asked for."""
    staff = county.staff
    last = staff.wishing
    unmet = float((staff.mobile & (last > 0)).sum())
    asked = 0
    teacher, to, rank = staff.wishes.T
    granted = after[teacher] == to
    for one, at in zip(teacher[granted], rank[granted], strict=True):
        unmet -= float(staff.mobile[one]) * (1 - (at - 1) / last[one])
        asked += 1
    return unmet, int(moved.size) - asked
