"""Grade progression ratios: how many of a grade are found a year later in the next (Webster 1970).

An area's own ratio is drawn towards that of all areas by as much as its numbers are small (empirical Bayes with a
prior worth ``PRIOR_PUPILS`` pupils); older years weigh less.
"""

import numpy as np

from junheng.seats.forecast.panel import Numbers

PRIOR_PUPILS = 100.0
YEARS, DECAY = 5, 0.8
LEAST, MOST = 0.3, 3.0


def mean_ratios(counts: Numbers, years: int = 3) -> Numbers:
    """The plain mean of each area's own ratios over the last years (areas × grades); NaN where there is none."""
    above, below = _pairs(counts, years)
    held = ~np.isnan(above) & ~np.isnan(below) & (below > 0)
    each = np.where(held, above / np.where(held, below, 1.0), 0.0)
    found = np.full(counts.shape[1:], np.nan)
    number = held.sum(0)
    found[:, 1:] = np.where(number > 0, each.sum(0) / np.maximum(number, 1), np.nan)
    return found


def shrunken_ratios(counts: Numbers, prior: float = PRIOR_PUPILS) -> tuple[Numbers, Numbers]:
    """Ratios into each grade: by area (areas × grades), and of all areas together (grades); the lowest grade has NaN.

    Where no area shows a ratio, 1 is taken.
    """
    above, below = _pairs(counts, YEARS)
    held = ~np.isnan(above) & ~np.isnan(below)
    weight = (DECAY ** np.arange(len(above))[::-1])[:, None, None]
    up, down = (np.where(held, one, 0.0) * weight for one in (above, below))
    total = down.sum((0, 1))
    everywhere = np.where(total > 0, up.sum((0, 1)) / np.where(total > 0, total, 1.0), 1.0)
    local = (up.sum(0) + prior * everywhere) / (down.sum(0) + prior)
    areas = counts.shape[1]
    return (
        np.hstack([np.full((areas, 1), np.nan), np.clip(local, LEAST, MOST)]),
        np.concatenate([[np.nan], everywhere]),
    )


def _pairs(counts: Numbers, years: int) -> tuple[Numbers, Numbers]:
    """Pupils of a grade, and those of the grade below a year earlier, over the last years."""
    steps = min(years, len(counts) - 1)
    return counts[len(counts) - steps :, :, 1:], counts[len(counts) - steps - 1 : -1, :, :-1]
