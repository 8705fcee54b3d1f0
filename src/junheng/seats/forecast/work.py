"""What would have been said at the end of each year, and now: nothing at an origin knows what came after it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from junheng.seats.forecast.bands import LEVEL, Errors, Spread, spreads
from junheng.seats.forecast.choice import Record, choices, record
from junheng.seats.forecast.panel import Marks, Numbers
from junheng.seats.forecast.replay import METHODS, Origin, Replay, in_sections

Indices = npt.NDArray[np.int64]
Scored = Callable[[Origin, int], Marks]
Summed = Callable[[Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class Said:
    """Chosen forecasts whose truth is known, with the index of the origin and the steps ahead."""

    origin: Indices
    step: Indices
    said: Numbers
    actual: Numbers

    def known_at(self, year: int) -> Errors:
        """The errors that were known at the end of a year, with their age then."""
        held = self.origin + self.step <= year
        age = year - (self.origin + self.step)
        return Errors(self.step, self.said, self.actual, age).only(held)


@dataclass(frozen=True)
class Work:
    """A replay with its choices and bands, each made only from what was known then."""

    past: Replay
    level: float = LEVEL

    @cached_property
    def record(self) -> Record:
        return record(self.past)

    @cached_property
    def choices(self) -> dict[int, Indices]:
        """By origin the index in ``METHODS`` of each area's method."""
        return choices(self.record, len(self.past.panel.areas), self.past.now.at)

    @cached_property
    def points(self) -> dict[int, Numbers]:
        """By origin the forecast from each area's method (horizon × areas × grades)."""
        return {one.at: _picked(one, self.choices[one.at]) for one in self.past.origins}

    @cached_property
    def cells(self) -> Said:
        """Errors by area and grade, where taught and reported at the origin and later."""
        known = ~np.isnan(self.past.panel.counts)
        return self._said(
            lambda origin, step: known[origin.at] & known[origin.at + step],
            lambda values: values,
        )

    @cached_property
    def sections(self) -> Said:
        """Errors by area and section."""
        return self._said(self.past.scored, self.in_sections)

    def in_sections(self, values: Numbers) -> Numbers:
        return in_sections(values, self.past.panel.grades, self.past.sections)

    def learned(self, errors: Said, at: int, steps: int) -> tuple[Spread, ...]:
        """What an origin knew of the errors of each horizon."""
        return spreads(errors.known_at(at), steps, self.level)

    def _said(self, scored: Scored, summed: Summed) -> Said:
        parts: list[tuple[Indices, Indices, Numbers, Numbers]] = []
        for origin in self.past.origins[:-1]:
            for step, points in enumerate(self.points[origin.at], 1):
                held = scored(origin, step)
                said, actual = summed(points)[held], summed(self.past.actual(origin, step))[held]
                parts.append((np.full(said.size, origin.at), np.full(said.size, step), np.nan_to_num(said), actual))
        origins, steps, saids, actuals = (np.concatenate(part) for part in zip(*parts, strict=True))
        return Said(origins, steps, saids, actuals)


def _picked(origin: Origin, choice: Indices) -> Numbers:
    stacked = np.stack([origin.paths[name] for name in METHODS])
    picked: Numbers = stacked[choice, :, np.arange(len(choice))]
    return picked.swapaxes(0, 1)
