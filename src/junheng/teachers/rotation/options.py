"""Where one teacher of a draft could be put: for every school of the section what it breaks, adds and evens out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from junheng.teachers.rotation.county import FLAGS
from junheng.teachers.rotation.draft import Breach, Change, Draft, check_edit, price_of_edit
from junheng.teachers.rotation.swap import check_swap, others, price_of_swap

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
        other: the head to change places with, -1 for a teacher; theirs: the rules that the exchange breaks for them.
    """

    to: int
    breaches: tuple[Breach, ...]
    change: Change
    dispersion: tuple[float | None, ...]
    rank: int
    other: int = -1
    theirs: tuple[Breach, ...] = ()


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


def exchanges(plan: Draft, head: int) -> Iterator[Option]:
    """Every head of the section whom a head of the draft could change places with."""
    now = int(plan.after[head])
    squares = [squared(plan, flag, int(plan.county.section[now])) for flag in range(len(FLAGS))]
    for other in others(plan, head):
        to = int(plan.after[other])
        own, theirs = check_swap(plan, head, other)
        yield Option(
            to=to,
            breaches=own,
            change=price_of_swap(plan, head, other),
            dispersion=tuple(_after(plan, flag, head, to, squares[flag], other=other) for flag in range(len(FLAGS))),
            rank=plan.rank.get((head, to), 0),
            other=other,
            theirs=theirs,
        )


def squared(plan: Draft, flag: int, section: int) -> float | None:
    """Squared dispersion of a flag in a section of the draft; None where no teacher has it."""
    one, here = plan.spreads[flag], np.flatnonzero(plan.county.section == section)
    if not one.judged[here].all():
        return None
    return float((one.share[here] * (plan.flagged[flag, here] / one.target[here] - 1) ** 2).sum())


def _after(
    plan: Draft, flag: int, teacher: int, to: int, square: float | None, *, other: int | None = None
) -> float | None:
    if square is None:
        return None
    has = plan.county.staff.flags[:, flag]
    more = int(has[teacher]) - (0 if other is None else int(has[other]))
    if not more:
        return float(np.sqrt(square))
    one, ends = plan.spreads[flag], np.array([plan.after[teacher], to])
    count, target = plan.flagged[flag, ends], one.target[ends]
    change = one.share[ends] * (((count + more * LEFT_AND_COME) / target - 1) ** 2 - (count / target - 1) ** 2)
    return float(np.sqrt(max(0.0, square + change.sum())))
