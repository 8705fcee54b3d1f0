"""What is asked of a plan of zones, each demand by its name, so that a conflict can name the few that clash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from junheng.seats.zoning.zone_map import Floats, Ints, Neighbours

Kind = Literal["seats", "contiguity", "distance", "lock"]


@dataclass(frozen=True, slots=True, order=True)
class Demand:
    """One demand: seats and contiguity are of a school, distance of an area, a lock of an area to a school."""

    kind: Kind
    area: int = -1
    school: int = -1


@dataclass(frozen=True, slots=True)
class Task:
    """``n`` areas to be given to ``m`` schools, one each.

    Attributes:
        areas, schools: their names.
        pupils: (n,) whole numbers.
        seats: (m,).
        borders: which areas border which.
        home: (m,) the area a school stands in; it always belongs to the school.
        metres: (n, m), NaN where no way is known; such a school is beyond any cap.
        cap: longest way allowed in metres, None for none.
        locks: area -> school it must go to.
        contiguous: whether zones must be in one piece.
    """

    areas: tuple[str, ...]
    schools: tuple[str, ...]
    pupils: Floats
    seats: Floats
    borders: Neighbours
    home: Ints
    metres: Floats
    cap: float | None = None
    locks: Mapping[int, int] = field(default_factory=dict)
    contiguous: bool = True

    def within(self, area: int) -> list[int]:
        """The schools an area may go to under the cap."""
        if self.cap is None:
            return list(range(len(self.schools)))
        return np.flatnonzero(self.metres[area] <= self.cap).tolist()


def demands(task: Task) -> tuple[Demand, ...]:
    """Everything asked, in a fixed order."""
    schools, areas = range(len(task.schools)), range(len(task.areas))
    asked = [Demand("contiguity", school=school) for school in schools] if task.contiguous else []
    if task.cap is not None:
        asked += [Demand("distance", area=area) for area in areas if len(task.within(area)) < len(task.schools)]
    asked += [Demand("lock", area=area, school=school) for area, school in sorted(task.locks.items())]
    return (*asked, *(Demand("seats", school=school) for school in schools))
