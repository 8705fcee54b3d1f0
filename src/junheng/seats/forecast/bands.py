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


@dataclass(frozen=True, slots=True)
class Spread:
    """Quantiles of actual over forecast for one horizon: by class of size, ``edges`` between the classes."""

    edges: Numbers
    below: Numbers
    above: Numbers

    def ends(self, points: Numbers) -> Numbers:
        """What each point is multiplied with for its low and its high end."""
        size = np.searchsorted(self.edges, points)
        return np.stack([self.below[size], self.above[size]])


def spreads(errors: Errors, steps: int, level: float = LEVEL) -> tuple[Spread, ...]:
    """One spread for each horizon up to ``steps``; none at all when there are no past errors to learn from.

    A horizon with too few takes those of the longest that has enough, widened with the square root of time as errors
    of a random walk grow.
    """
    return tuple(_spread(errors, step, level) for step in range(1, steps + 1)) if errors.said.size else ()


def band(learned: tuple[Spread, ...], step: int, points: Numbers) -> tuple[Numbers, Numbers]:
    """Low and high around the points of one horizon; NaN where there is no point or nothing was learned.

    No band is narrower than that of a nearer year: less is known of later ones.
    """
    if not learned:
        return np.full(points.shape, np.nan), np.full(points.shape, np.nan)
    ends = np.stack([one.ends(points) for one in learned[:step]])
    low, high = (points + 1) * ends[:, 0].min(0) - 1, (points + 1) * ends[:, 1].max(0) - 1
    return np.minimum(np.maximum(low, 0.0), points), np.maximum(high, points)


def _spread(errors: Errors, step: int, level: float) -> Spread:
    held, widening = _of_step(errors, step)
    edges = np.quantile(held.said, np.linspace(0, 1, CLASSES + 1)[1:-1]) if held.said.size >= CLASSES else np.empty(0)
    size = np.searchsorted(edges, held.said)
    ends = np.empty((2, len(edges) + 1))
    for at in range(len(edges) + 1):
        own = size == at
        ends[:, at] = _quantiles(held.only(own) if own.sum() >= LEAST_OF_CLASS else held, level)
    return Spread(edges, ends[0] ** widening, ends[1] ** widening)


def _of_step(errors: Errors, step: int) -> tuple[Errors, float]:
    """The past errors of a horizon, or of the longest nearer one that has enough, and by what they widen."""
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
