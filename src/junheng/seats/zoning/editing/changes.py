"""What changes for me: today's school and the new one of an area, with the distances to both."""

import math
from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.zone_map import Plan


@dataclass(frozen=True, slots=True)
class Change:
    """One area under a plan; distances in metres, None when not known."""

    area: str
    pupils: float
    school_today: str
    school: str
    metres_today: float | None
    metres: float | None

    @property
    def changes(self) -> bool:
        return self.school_today != self.school


def change(board: Board, plan: Plan, area: int) -> Change:
    """What a plan changes for an area."""
    today, now = int(board.today[area]), int(plan[area])
    metres = board.distances.between(np.array([area, area]), np.array([today, now])).tolist()
    before, after = (None if math.isnan(value) else value for value in metres)
    weight = float(board.pupils[area].sum())
    return Change(board.areas[area], weight, board.schools[today], board.schools[now], before, after)


def change_of(board: Board, plan: Plan, area: str) -> Change | None:
    """The same by the area's name; None when there is no such area."""
    return change(board, plan, board.areas.index(area)) if area in board.areas else None
