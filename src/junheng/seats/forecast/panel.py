"""Pupils by year, area and grade as one block of numbers; what is not known is not a zero."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Panel:
    """``counts`` (years × areas × grades) is NaN where not known; ``offered`` says where the grade is taught at all.

    Years and grades run without a gap; a grade that an area does not teach is not offered there.
    """

    years: tuple[int, ...]
    areas: tuple[str, ...]
    grades: tuple[int, ...]
    counts: Numbers
    offered: Marks

    def until(self, last: int) -> "Panel":
        """What was known at the end of the year at index ``last``."""
        end = last + 1
        return replace(self, years=self.years[:end], counts=self.counts[:end], offered=self.offered[:end])

    @property
    def latest(self) -> Numbers:
        """The last year (areas × grades): reported where reported, else the best guess; NaN where not offered.

        A cell that was not reported takes its own last known value, else the mean of the area's other grades.
        """
        now = _last_known(self.counts)
        others = _mean_known(self.counts[-1], axis=1)[:, None]
        found = np.where(np.isnan(now), np.nan_to_num(others), now)
        return np.where(self.offered[-1], found, np.nan)


def whole_of(panel: Panel) -> Panel:
    """All areas together as one area; a number that was not reported counts as the last one known there."""
    filled, carried = np.empty_like(panel.counts), np.zeros(panel.counts.shape[1:])
    for at, (year, taught_here) in enumerate(zip(panel.counts, panel.offered, strict=True)):
        carried = np.where(taught_here, np.where(np.isnan(year), carried, year), 0.0)
        filled[at] = carried
    offered: Marks = np.any(panel.offered, axis=1, keepdims=True)
    reported: Marks = np.any(panel.offered & ~np.isnan(panel.counts), axis=1, keepdims=True)
    counts = np.where(reported, filled.sum(1, keepdims=True), np.nan)
    return replace(panel, areas=("",), counts=np.where(offered, counts, np.nan), offered=offered)


def taught(counts: Numbers, listed: Marks) -> Marks:
    """Where a grade is taught: listed, and between the lowest and the highest grade of the area that is not zero.

    A zero inside that span is a true zero; zeros outside it say that the area does not teach those grades.
    """
    some = listed & ~(counts == 0)
    from_below = np.maximum.accumulate(some, axis=-1)
    from_above = np.maximum.accumulate(some[..., ::-1], axis=-1)[..., ::-1]
    return listed & from_below & from_above


def _last_known(counts: Numbers) -> Numbers:
    found = np.full(counts.shape[1:], np.nan)
    for year in counts:
        found = np.where(np.isnan(year), found, year)
    return found


def _mean_known(values: Numbers, axis: int) -> Numbers:
    known = ~np.isnan(values)
    count = known.sum(axis)
    total = np.where(known, values, 0.0).sum(axis)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
