"""Which schools merge into others (撤并): only where someone has given the numbers, and nobody is left too far away.

The law gives no number and article 17 keeps small rural schools that are needed, so nothing merges by default. Boarding
schools never merge, since townships need theirs; nor does a school whose zone grows again before the horizon.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """A section of a county: ``code`` of its places, ``seats`` of each (0: closed or not built), today's place of every
    area, ``children`` (areas,) at each milestone still to come, and the ways."""

    code: Sequence[str]
    seats: Ints
    today: Ints
    children: Sequence[Ints]
    arcs: Arcs

    def pupils(self, place: int) -> int:
        """The most children that the place's zone of today has at any milestone to come."""
        return max(int(one[self.today == place].sum()) for one in self.children)

    def farthest(self, place: int, open_: Ints) -> float:
        """Metres from the zone's farthest area with children to the nearest other school that stays open."""
        lives = (self.today == place) & (np.max(self.children, axis=0) > 0)
        goes = lives[self.arcs.area] & (open_[self.arcs.school] > 0) & (self.arcs.school != place)
        nearest = np.full(self.today.size, np.inf)
        np.minimum.at(nearest, self.arcs.area[goes], self.arcs.metres[goes])
        return float(nearest[lives].max(initial=0.0))


def merged(sections: Mapping[str, Taught], kept: set[str], *, below: float, metres: float) -> list[str]:
    """Codes of the schools that close, the smallest first; what closes is no goal for those that close after it.

    Args:
        sections: of a county.
        kept: codes that never close.
        below: pupils in each of a school's zones.
        metres: from every area of the zone to the next school.
    """
    size: dict[str, int] = {}
    for taught in sections.values():
        for place, code in enumerate(taught.code):
            if taught.seats[place] > 0 and code not in kept:
                size[code] = max(size.get(code, 0), taught.pupils(place))
    seats = {section: taught.seats.copy() for section, taught in sections.items()}
    closed: list[str] = []
    for code in sorted((one for one in size if size[one] < below), key=lambda one: (size[one], one)):
        at = {section: taught.code.index(code) for section, taught in sections.items() if code in taught.code}
        if all(sections[section].farthest(place, seats[section]) <= metres for section, place in at.items()):
            closed.append(code)
            for section, place in at.items():
                seats[section][place] = 0
    return closed
