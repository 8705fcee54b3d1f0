"""Two plans side by side: which areas differ, how many pupils, which schools gain and lose."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.numbers import GroupNumbers, whole_numbers
from junheng.seats.zoning.editing.standing import standing
from junheng.seats.zoning.zone_map import Floats, Plan


@dataclass(frozen=True, slots=True)
class Difference:
    """One area that goes to different schools."""

    area: str
    pupils: float
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class PlansCompared:
    """What tells two plans apart.

    Attributes:
        differences: areas in their order.
        pupils: of those areas.
        gained: (m,) pupils of each school under the other plan less those under the one.
        one, other: the numbers of the whole map under each.
    """

    differences: tuple[Difference, ...]
    pupils: float
    gained: Floats
    one: GroupNumbers
    other: GroupNumbers


def compare(board: Board, one: Plan, other: Plan) -> PlansCompared:
    """The one plan beside the other."""
    weight = board.weight
    differing = np.flatnonzero(one != other)
    first, second = standing(board, one), standing(board, other)
    return PlansCompared(
        differences=tuple(
            Difference(board.areas[at], float(weight[at]), board.schools[one[at]], board.schools[other[at]])
            for at in differing.tolist()
        ),
        pupils=float(weight[differing].sum()),
        gained=second.pupils.sum(axis=1) - first.pupils.sum(axis=1),
        one=whole_numbers(board, first, "one"),
        other=whole_numbers(board, second, "other"),
    )
