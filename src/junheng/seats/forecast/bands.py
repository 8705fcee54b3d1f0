"""Bands from past errors: the quantiles of actual over forecast, by horizon and size, older errors weighing less.

Nothing is assumed about the shape of errors (split conformal prediction, Vovk et al. 2005; Lei et al. 2018).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from junheng.seats.forecast.panel import Numbers

LEVEL = 0.80
CLASSES = 3
LEAST_OF_CLASS, LEAST_OF_STEP = 30, 10
"""Past errors that a class of size and that a horizon need for quantiles of their own."""
FORGETTING = 0.85
"""What an error a year older weighs."""


@dataclass(frozen=True, slots=True)
class Errors:
    """Past forecasts and what came: ``age`` is how many years ago the truth came to be known."""

    step: npt.NDArray[np.int64]
    said: Numbers
    actual: Numbers
    age: npt.NDArray[np.int64]

    def only(self, held: npt.NDArray[np.bool_]) -> "Errors":
        return Errors(self.step[held], self.said[held], self.actual[held], self.age[held])


def band(errors: Errors, step: int, points: Numbers, level: float = LEVEL) -> tuple[Numbers, Numbers]:
    """Low and high around the points of one horizon; NaN points have NaN bands.

    A horizon with too few past errors takes those of the longest that has enough, widened with the square root of
    time as errors of a random walk grow. No band is narrower than that of a nearer year: less is known of later ones.
    """
    ends = [_ends(errors, near, points, level) for near in range(1, step + 1)]
    below, above = np.min([one for one, _ in ends], axis=0), np.max([one for _, one in ends], axis=0)
    low, high = np.maximum((points + 1) * below - 1, 0.0), (points + 1) * above - 1
    return np.minimum(low, points), np.maximum(high, points)


def _ends(errors: Errors, step: int, points: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """Per point the quantiles of actual over forecast among past forecasts of its size."""
    held, widening = _of_step(errors, step)
    edges = np.quantile(held.said, np.linspace(0, 1, CLASSES + 1)[1:-1]) if held.said.size >= CLASSES else np.empty(0)
    own, now = np.searchsorted(edges, held.said), np.searchsorted(edges, points)
    found = np.ones((2, points.size))
    for size in np.unique(now):
        part = held.only(own == size) if (own == size).sum() >= LEAST_OF_CLASS else held
        found[:, now == size] = (np.array(_quantiles(part, level)) ** widening)[:, None]
    return found[0], found[1]


def _of_step(errors: Errors, step: int) -> tuple[Errors, float]:
    for near in range(step, 0, -1):
        held = errors.step == near
        if held.sum() >= LEAST_OF_STEP or (near == 1 and held.any()):
            return errors.only(held), float(np.sqrt(step / near))
    return errors, float(np.sqrt(step))


def _quantiles(errors: Errors, level: float) -> tuple[float, float]:
    """Weighted quantiles of (actual + 1) / (said + 1), with the one more error that is still to come at each end."""
    ratio = (errors.actual + 1) / (errors.said + 1)
    weight = FORGETTING**errors.age
    order = np.argsort(ratio)
    share = (np.cumsum(weight[order]) - weight[order] / 2) / weight.sum()
    tail = (1 - level) / 2
    correction = tail / (len(ratio) + 1)
    ends = np.interp([tail - correction, 1 - tail + correction], share, ratio[order])
    return float(ends[0]), float(ends[1])
