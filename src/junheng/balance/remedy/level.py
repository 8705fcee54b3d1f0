"""The level to which the lowest schools must be raised until a dispersion keeps its limit.

A unit added anywhere in a county moves the pupil-weighted mean by the same amount, so it lowers the dispersion most
where the value is lowest: the cheapest way is to fill from below, like water. With the schools below the level ``L``
raised to it, mean square and mean are ``P·L² + R`` and ``P·L + A``; the level is the root of
``P·L² + R = (1 + limit²)(P·L + A)²``.
"""

from dataclasses import dataclass

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats

HALVINGS = 60
TIE = 1e-12
"""Of the squared limit, so half as much of the dispersion; inside the tie of the verdict itself."""
BOUNDLESS = 1e12
"""Stands for a limit that is not set."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Per indicator.

    Attributes:
        binding: (m,) whether anything beyond the demands of the schools must be raised.
        level: (m,) to what; minus infinity where nothing is.
        value: (n, m) values after raising.
        mean: (m,) their mean.
        kept: (m,) whether the limit can be kept at all.
    """

    binding: Flags
    level: Floats
    value: Floats
    mean: Floats
    kept: Flags


def excess(value: Floats, weight: Floats, spread: Floats) -> Floats:
    """(m,) mean square less ``spread`` times the squared mean: above zero, the dispersion is above its limit."""
    mean, square = _moments(value, weight)
    return np.asarray(square - np.minimum(spread, BOUNDLESS) * mean**2)


def slack(value: Floats, weight: Floats, spread: Floats) -> Flags:
    """(m,) whether the dispersions keep their limits, ties included."""
    mean, square = _moments(value, weight)
    bound = np.minimum(spread, BOUNDLESS)
    return np.asarray(square - bound * mean**2 <= TIE * (bound - 1.0) * mean**2)


def _moments(value: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """(m,) mean and mean square."""
    share = weight * value
    return share.sum(axis=0), np.einsum("ij,ij->j", share, value)


def levels(low: Floats, cap: Floats, weight: Floats, spread: Floats) -> Levels:
    """The levels for the least values ``low`` (n, m); no value may be raised above ``cap`` (n, m)."""
    held = slack(low, weight, spread)
    level = np.full(low.shape[1], -np.inf)
    need = np.flatnonzero(~held)
    if need.size == 0:
        return Levels(~held, level, low, (weight * low).sum(axis=0), np.ones_like(held))
    part = low[:, need], weight[:, need], spread[need]
    level[need] = _by_events(*part) if np.isinf(cap[:, need]).all() else _by_halves(*part, cap[:, need])
    value = np.maximum(low, np.minimum(level, cap))
    kept = ~np.isnan(level)
    return Levels(~held, level, np.where(kept, value, low), (weight * value).sum(axis=0), kept)


def _by_events(low: Floats, weight: Floats, spread: Floats) -> Floats:
    """The root between the two neighbouring values where the excess changes its sign."""
    column = np.arange(low.shape[1])
    order = np.argsort(low, axis=0)
    value, share = low[order, column], weight[order, column]
    first = share * value
    below, lines, squares = (np.cumsum(one, axis=0) for one in (share, first, first * value))
    rest, squares = lines[-1] - lines, squares[-1] - squares
    over = below * value**2 + squares - spread * (below * value + rest) ** 2
    at = np.maximum(np.argmax(over <= 0, axis=0) - 1, 0)
    p, a, r = below[at, column], rest[at, column], squares[at, column]
    square, line, constant = p - spread * p**2, -2 * spread * p * a, r - spread * a**2
    under = np.sqrt(np.maximum(line**2 - 4 * square * constant, 0.0))
    return np.asarray(np.clip(2 * constant / (under - line), value[at, column], value[at + 1, column]))


def _by_halves(low: Floats, weight: Floats, spread: Floats, cap: Floats) -> Floats:
    """The same where raising ends at caps; NaN where even the best level exceeds the limit.

    Below the best level the dispersion falls as the level rises, above it the capped schools are left behind and it
    rises again.
    """
    first, best = low.min(axis=0), low.max(axis=0)
    for _ in range(HALVINGS):
        middle = (first + best) / 2
        value = np.maximum(low, np.minimum(middle, cap))
        falls = middle * (weight * value).sum(axis=0) < (weight * value**2).sum(axis=0)
        first, best = np.where(falls, middle, first), np.where(falls, best, middle)
    least, most = low.min(axis=0), best
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        over = excess(np.maximum(low, np.minimum(middle, cap)), weight, spread) > 0
        least, most = np.where(over, middle, least), np.where(over, most, middle)
    fits = slack(np.maximum(low, np.minimum(most, cap)), weight, spread)
    return np.where(fits, most, np.nan)
