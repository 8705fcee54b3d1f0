"""The sections of a county with all their ways, and what of it is done for a whole school.

What is added to a quantity that the sections of a school share counts in each of them. A way all of whose quantities
they share is done for the whole school: its amount is the same in each of these sections, the first of them pays it,
and every limit of the county counts it once. A way of which they share some quantities alone is done in one section,
and what is shared of it counts in the others too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from junheng.balance.remedy.problem import Changes, Flags, Floats, Ints
from junheng.balance.remedy.ways.levers import Levers, bounded

Spot = tuple[int, int]
"""Section and school, by position."""


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """The plan of one section: amounts (n, k) of its ways, and what that changes."""

    amounts: Floats
    changes: Changes


Plans = tuple[Done, ...]


@dataclass(frozen=True, eq=False)
class County:
    """Sections that are planned together.

    Attributes:
        parts: their levers; amounts of what is shared are those of whole schools.
        links: (k, 5) as ``links_of`` gives them.
    """

    parts: tuple[Levers, ...]
    links: Ints

    @staticmethod
    def of(parts: Sequence[Levers], links: Ints | None = None) -> "County":
        """The sections with their problems' limits made to agree with those of all ways, of other sections too."""
        held = np.empty((0, 5), np.int64) if links is None else links
        county = County(tuple(bounded(one) for one in parts), held)
        least, most = ([one.copy() for one in each] for each in zip(*map(_range, county.parts), strict=True))
        for section, school, at, other, there, ways in county.mixed:
            levers = county.parts[other]
            counted = levers.counts[ways, at]
            least[section][school, at] += levers.least[there, ways] @ counted
            most[section][school, at] += levers.most[there, ways] @ counted
        problems = (
            replace(one.problem, least=low, most=high) for one, low, high in zip(county.parts, least, most, strict=True)
        )
        return County(tuple(replace(one, problem=each) for one, each in zip(county.parts, problems, strict=True)), held)

    @cached_property
    def spots(self) -> Mapping[tuple[int, int, int], tuple[Spot, ...]]:
        """Section, school and indicator -> everywhere it counts; of what is shared alone."""
        groups: dict[tuple[int, int, int], list[Spot]] = {}
        for one, first, other, second, at in self.links.tolist():
            groups.setdefault((one, first, at), [(one, first)]).append((other, second))
        return {(*spot, at): tuple(held) for (_, _, at), held in groups.items() for spot in held}

    @cached_property
    def whole(self) -> tuple[Flags, ...]:
        """(n, k) for each section, whether a way is done for the whole school, in several sections."""
        found = tuple(np.zeros(one.most.shape, bool) for one in self.parts)
        for section, school in {one for held in self.spots.values() for one in held}:
            counts = self.parts[section].counts
            for way in range(len(counts)):
                held = {self.spots.get((section, school, at)) for at in np.flatnonzero(counts[way]).tolist()}
                found[section][school, way] = len(held) == 1 and None not in held
        return found

    @cached_property
    def mirrors(self) -> tuple[tuple[Spot, Spot, int], ...]:
        """The first section that does a way for a whole school and its school, every other one, and the way."""
        return tuple(sorted({(one, other, way) for one, other, way in self._mirrors()}))

    def _mirrors(self) -> Iterator[tuple[Spot, Spot, int]]:
        for (section, school, at), held in self.spots.items():
            if held[0] == (section, school):
                ways = np.flatnonzero(self.whole[section][school] & (self.parts[section].counts[:, at] > 0))
                yield from ((held[0], other, way) for way in ways.tolist() for other in held[1:])

    @cached_property
    def twins(self) -> Mapping[tuple[int, int, int], tuple[Spot, ...]]:
        """The first section, its school and a way done for the whole school -> every other section with its school."""
        found: dict[tuple[int, int, int], tuple[Spot, ...]] = {}
        for one, other, way in self.mirrors:
            found[(*one, way)] = (*found.get((*one, way), ()), other)
        return found

    @cached_property
    def paid(self) -> tuple[Flags, ...]:
        """(n, k) for each section, false where another section pays for the whole school."""
        found = tuple(np.ones(one.most.shape, bool) for one in self.parts)
        for _, (section, school), way in self.mirrors:
            found[section][school, way] = False
        return found

    @cached_property
    def mixed(self) -> tuple[tuple[int, int, int, int, int, Ints], ...]:
        """Section, school and indicator, and another section with its school whose ways count there besides."""
        found = []
        for (section, school, at), held in self.spots.items():
            for other, there in held:
                counts = self.parts[other].counts[:, at] > 0
                ways = np.flatnonzero(counts & ~self.whole[other][there])
                if (other, there) != (section, school) and ways.size:
                    found.append((section, school, at, other, there, ways))
        return tuple(found)

    def equal(self, amounts: Sequence[Floats]) -> list[Floats]:
        """The amounts (n, k) of every section, the larger one wherever a way is done for a whole school."""
        found = [one.copy() for one in amounts]
        for _ in range(2):
            for (one, first), (other, second), way in self.mirrors:
                larger = max(found[one][first, way], found[other][second, way])
                found[one][first, way] = found[other][second, way] = larger
        return found

    def added(self, amounts: Sequence[Floats]) -> list[Floats]:
        """(n, m) for each section, what the ways of all sections add of every quantity."""
        found = [levers.added(one) for levers, one in zip(self.parts, amounts, strict=True)]
        for section, school, at, other, there, ways in self.mixed:
            more = amounts[other][there, ways] @ self.parts[other].counts[ways, at]
            found[section][school, at] = round(float(found[section][school, at] + more), 6)
        return found

    def price(self, plans: Plans) -> float:
        """Yuan of all ways and moves; what is done for a whole school once."""
        parts = zip(self.parts, self.paid, plans, strict=True)
        return round(sum(one.price(np.where(paid, plan.amounts, 0.0), plan.changes) for one, paid, plan in parts), 2)

    def with_parts(self, parts: Sequence[Levers]) -> "County":
        """The same county with other limits or demands."""
        return County.of(parts, self.links)


def _range(levers: Levers) -> tuple[Floats, Floats]:
    return levers.problem.least, levers.problem.most
