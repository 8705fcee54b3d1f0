"""Which method an area's forecast is taken from, settled by the past.

Each area picks the method that erred least there. A few errors of one area say little, so its error is drawn towards
that of the method in all areas (a prior worth ``PRIOR_ROWS`` average rows). Picking is itself put to the test: until
picks made from what was known then have beaten the one method that did best everywhere, that one is used for all.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from junheng.seats.forecast.panel import Marks, Numbers
from junheng.seats.forecast.replay import COMBINED, METHODS, Replay, in_sections

PRIOR_ROWS = 20.0
EDGE = 0.98
"""Another method replaces the combined one, and picks that one, when the error falls below this share of it."""
COMMON = METHODS.index(COMBINED)

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Record:
    """Past errors: one row per origin, step, area and section that was scored."""

    origin: Indices
    step: Indices
    area: Indices
    section: Indices
    actual: Numbers
    said: dict[str, Numbers]

    def known_at(self, year: int) -> Marks:
        """Rows whose truth was known at the end of the year at that index."""
        known: Marks = self.origin + self.step <= year
        return known


def record(past: Replay) -> Record:
    """The errors of every method at section level."""
    rows: list[tuple[Indices, ...]] = []
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


def choices(past: Record, areas: int, last: int) -> dict[int, Indices]:
    """By origin (year index 1 to ``last``) the index in ``METHODS`` of each area's method, knowing only its past."""
    found: dict[int, Indices] = {}
    picks: dict[int, Indices] = {}
    for year in range(1, last + 1):
        known = past.known_at(year)
        best = _best_everywhere(past, known)
        picks[year] = _picks(past, known, areas, best)
        paid = known.any() and _error_of_picks(past, known, picks) < EDGE * _errors(past, known)[best]
        found[year] = picks[year] if paid else np.full(areas, best, dtype=np.int64)
    return found


def _errors(past: Record, held: Marks) -> Numbers:
    return np.array([np.abs(past.said[name][held] - past.actual[held]).sum() for name in METHODS])


def _best_everywhere(past: Record, held: Marks) -> int:
    errors = _errors(past, held)
    least = int(errors.argmin())
    return least if errors[least] < EDGE * errors[COMMON] else COMMON


def _picks(past: Record, held: Marks, areas: int, best: int) -> Indices:
    """Per area the method of least shrunken error; ``best`` where several are as good."""
    if not held.any():
        return np.full(areas, best, dtype=np.int64)
    area, actual = past.area[held], past.actual[held]
    prior = PRIOR_ROWS * max(float(actual.mean()), 1.0)
    pupils = np.bincount(area, actual, areas) + prior
    score = np.empty((len(METHODS), areas))
    for at, name in enumerate(METHODS):
        missed = np.abs(past.said[name][held] - actual)
        common = prior * missed.sum() / max(float(actual.sum()), 1.0)
        score[at] = (np.bincount(area, missed, areas) + common) / pupils
    order = np.array([best, *(at for at in range(len(METHODS)) if at != best)])
    picked: Indices = order[score[order].argmin(0)]
    return picked


def _error_of_picks(past: Record, held: Marks, picks: dict[int, Indices]) -> float:
    """What the picks of every origin, made then, have missed by so far."""
    at = np.flatnonzero(held)
    said = np.stack([past.said[name][at] for name in METHODS])
    table = np.stack([picks.get(year, np.full_like(picks[1], COMMON)) for year in range(max(picks) + 1)])
    method = table[past.origin[at], past.area[at]]
    return float(np.abs(said[method, np.arange(at.size)] - past.actual[at]).sum())
