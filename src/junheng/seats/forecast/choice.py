"""Which method an area's forecast is taken from: the one that erred least there, judged with all areas in mind.

A few past errors of one area say little, so each area's error is drawn towards the error of the method in all areas
(a prior worth ``PRIOR_ROWS`` average rows); an area leaves the common best only when its own record insists.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from junheng.seats.forecast.panel import Numbers
from junheng.seats.forecast.replay import METHODS, Replay, in_sections

PRIOR_ROWS = 20.0


@dataclass(frozen=True, slots=True)
class Record:
    """Past errors: one row per origin, step, area and section that was scored."""

    origin: npt.NDArray[np.int64]
    step: npt.NDArray[np.int64]
    area: npt.NDArray[np.int64]
    section: npt.NDArray[np.int64]
    actual: Numbers
    said: dict[str, Numbers]

    def known_at(self, year: int) -> npt.NDArray[np.bool_]:
        """Rows whose truth was known at the end of the year at that index."""
        known: npt.NDArray[np.bool_] = self.origin + self.step <= year
        return known


def record(past: Replay) -> Record:
    """The errors of every method at section level."""
    rows: list[tuple[npt.NDArray[np.int64], ...]] = []
    values: list[list[Numbers]] = []
    for origin in past.origins[:-1]:
        sums = {name: in_sections(path, past.panel.grades, past.sections) for name, path in origin.paths.items()}
        for step in range(1, len(origin.paths[METHODS[0]]) + 1):
            area, section = np.nonzero(past.scored(origin, step))
            actual = in_sections(past.actual(origin, step), past.panel.grades, past.sections)
            rows.append((np.full_like(area, origin.at), np.full_like(area, step), area, section))
            values.append([actual[area, section], *(sums[name][step - 1][area, section] for name in METHODS)])
    keys = [np.concatenate(part) for part in zip(*rows, strict=True)]
    told = [np.concatenate(part) for part in zip(*values, strict=True)]
    return Record(keys[0], keys[1], keys[2], keys[3], told[0], dict(zip(METHODS, told[1:], strict=True)))


def chosen(past: Record, areas: int, year: int) -> npt.NDArray[np.int64]:
    """Per area the index in ``METHODS`` of the least shrunken error, from what was known at the end of a year."""
    held = past.known_at(year)
    if not held.any():
        return np.full(areas, METHODS.index("combined"), dtype=np.int64)
    area, actual = past.area[held], past.actual[held]
    pupils = np.bincount(area, actual, areas)
    prior = PRIOR_ROWS * float(actual.mean())
    score = np.empty((len(METHODS), areas))
    for at, name in enumerate(METHODS):
        missed = np.abs(past.said[name][held] - actual)
        score[at] = (np.bincount(area, missed, areas) + prior * missed.sum() / max(actual.sum(), 1.0)) / (
            pupils + prior
        )
    order = [METHODS.index("combined"), *range(len(METHODS) - 1)]
    best: npt.NDArray[np.int64] = np.asarray(order)[score[order].argmin(0)]
    return best
