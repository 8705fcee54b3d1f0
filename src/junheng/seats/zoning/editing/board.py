"""What an editor of zones starts from and never changes: areas, schools, distances, today's map, the rules."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.distances import Distances
from junheng.seats.zoning.zone_map import Floats, Ints, Neighbours, Plan


@dataclass(frozen=True, slots=True)
class Nearness:
    """What counts as 就近入学: a school within ``radius`` metres, or (``nearest``) no other school nearer.

    Without either nothing counts. The radius is law and belongs to the caller.
    """

    radius: float | None = None
    nearest: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """``n`` areas with pupils in ``g`` grades of one section, ``m`` schools in some counties.

    Attributes:
        areas, grades, schools, counties: their names.
        pupils: (n, g).
        borders: which areas border which.
        seats: (m,).
        classes: (m, g) classes there are.
        home: (m,) the area a school stands in, -1 when it stands in none.
        county: (m,) the county a school belongs to.
        distances: between areas and schools.
        today: (n,) today's school of every area.
        class_norm: pupils in a class.
        nearness: what counts as near.
    """

    areas: tuple[str, ...]
    grades: tuple[str, ...]
    schools: tuple[str, ...]
    counties: tuple[str, ...]
    pupils: Floats
    borders: Neighbours
    seats: Floats
    classes: Floats
    home: Ints
    county: Ints
    distances: Distances
    today: Plan
    class_norm: float
    nearness: Nearness

    def __post_init__(self) -> None:
        n, g, m = len(self.areas), len(self.grades), len(self.schools)
        shapes = {
            "pupils": (self.pupils.shape, (n, g)),
            "borders": (self.borders.start.shape, (n + 1,)),
            "seats": (self.seats.shape, (m,)),
            "classes": (self.classes.shape, (m, g)),
            "home": (self.home.shape, (m,)),
            "county": (self.county.shape, (m,)),
            "today": (self.today.shape, (n,)),
        }
        wrong = [f"{name} is {given}, not {wanted}" for name, (given, wanted) in shapes.items() if given != wanted]
        if wrong:
            raise ValueError("; ".join(wrong))
        if n and not (self.today.min() >= 0 and self.today.max() < m):
            raise ValueError("today names a school that is not there")

    @property
    def weight(self) -> Floats:
        """(n,) pupils of all grades."""
        whole: Floats = self.pupils.sum(axis=1)
        return whole


def members(plan: Plan, school: int) -> Ints:
    """The areas of a zone, in order."""
    return np.flatnonzero(plan == school)
