"""Two heads of a draft change places: what that breaks for either, and what it costs, at once.

A head alone cannot move, one school would have none and another two; so heads are edited in pairs.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from junheng.teachers.rotation.county import FLAGS
from junheng.teachers.rotation.draft import Breach, Change, Draft, of_person, price_of_edit


def others(plan: Draft, head: int) -> Iterator[int]:
    """The heads of the section whom a head could change places with, where the draft has them."""
    staff, section, after = plan.county.staff, plan.county.section, plan.after
    here = after[head]
    yield from np.flatnonzero(staff.principal & (section[after] == section[here]) & (after != here)).tolist()


def check_swap(plan: Draft, head: int, other: int) -> tuple[tuple[Breach, ...], tuple[Breach, ...]]:
    """Every rule that the exchange breaks, those of the head and those of the other; the own post means to stay."""
    after = plan.after.copy()
    after[[head, other]] = plan.after[[other, head]]
    exchanged = replace(plan, after=after)
    one, two = (of_person(exchanged, who, int(after[who])) for who in (head, other))
    return one, two


def price_of_swap(plan: Draft, head: int, other: int) -> Change:
    """What the exchange adds to the objective, everybody else staying where the plan has them."""
    flags = plan.county.staff.flags
    here, there = int(plan.after[head]), int(plan.after[other])
    one, two = price_of_edit(plan, head, there), price_of_edit(plan, other, here)
    added = {name: getattr(one, name) + getattr(two, name) for name in Change.__dataclass_fields__}
    level = {name: 0.0 for at, name in enumerate(FLAGS) if flags[head, at] == flags[other, at]}
    return Change(**{**added, **level})
