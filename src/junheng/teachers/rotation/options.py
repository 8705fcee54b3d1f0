"""Where one teacher of a draft could be put: for every school of the section what it breaks, adds and evens out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from junheng.teachers.rotation.county import FLAGS
from junheng.teachers.rotation.draft import Breach, Change, Draft, check_edit, price_of_edit

LEFT_AND_COME = np.array([-1, 1])


@dataclass(frozen=True, slots=True)
class Option:
    """One post.

    Attributes:
        to: its number.
        breaches: every rule that putting the teacher there breaks.
        change: points that it adds.
        dispersion: by flag (as in ``FLAGS``) of the teacher's section with the teacher there; None where nobody has it.
        rank: of the wish that it grants, 0 without.
    """

    to: int
    breaches: tuple[Breach, ...]
    change: Change
    dispersion: tuple[float | None, ...]
    rank: int


def options(plan: Draft, teacher: int) -> Iterator[Option]:
    """Every post of the teacher's section but the one where the draft has the teacher; the own one means to stay."""
    county, now = plan.county, int(plan.after[teacher])
    squares = [squared(plan, flag, int(county.section[now])) for flag in range(len(FLAGS))]
    for to in np.flatnonzero(county.section == county.section[now]).tolist():
        if to == now:
            continue
        yield Option(
            to=to,
            breaches=check_edit(plan, teacher, to),
            change=price_of_edit(plan, teacher, to),
            dispersion=tuple(_after(plan, flag, teacher, to, squares[flag]) for flag in range(len(FLAGS))),
            rank=plan.rank.get((teacher, to), 0),
        )


def squared(plan: Draft, flag: int, section: int) -> float | None:
    """Squared dispersion of a flag in a section of the draft; None where no teacher has it."""
    one, here = plan.spreads[flag], np.flatnonzero(plan.county.section == section)
    if not one.judged[here].all():
        return None
    return float((one.share[here] * (plan.flagged[flag, here] / one.target[here] - 1) ** 2).sum())


def _after(plan: Draft, flag: int, teacher: int, to: int, square: float | None) -> float | None:
    if square is None:
        return None
    if not plan.county.staff.flags[teacher, flag]:
        return float(np.sqrt(square))
    one, ends = plan.spreads[flag], np.array([plan.after[teacher], to])
    count, target = plan.flagged[flag, ends], one.target[ends]
    change = one.share[ends] * (((count + LEFT_AND_COME) / target - 1) ** 2 - (count / target - 1) ** 2)
    return float(np.sqrt(max(0.0, square + change.sum())))
