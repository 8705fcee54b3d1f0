"""Which indicator a school exempts at given prices: outright, or in parts where prices fall as it does so."""

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Problem

HALVINGS = 8
LEAST_FALL = 1e-6
"""Yuan; gains that do not fall are taken to fall by this much."""


def chosen(gain: Floats, problem: Problem) -> Flags:
    """(n, m) what every school exempts: what it must, then what saves most."""
    wish = np.where(problem.forced, np.inf, gain)
    best = np.argsort(-wish, axis=1, kind="stable")[:, : problem.exempt]
    taken = np.zeros(gain.shape, bool)
    np.put_along_axis(taken, best, np.take_along_axis(wish, best, 1) > 0, 1)
    return taken


def shared(problem: Problem, slope: Floats, top: Floats) -> Floats:
    """(n, m) shares that each school exempts where a unit at value ``x`` costs ``1 - (top - x)·slope`` of its price.

    The gain of exempting a little more falls linearly; a school stops where the gains of its indicators are equal.
    """
    value = problem.base + problem.unit * problem.lowest
    whole = problem.saving * problem.add
    first = whole * np.maximum(1 - (top - value) * slope, 0.0)
    fall = np.maximum(whole * problem.unit * problem.saving * slope, LEAST_FALL)
    first = np.where(problem.forced, np.inf, first)
    least, most = np.zeros((len(value), 1)), np.where(problem.forced, 0.0, first).max(axis=1, keepdims=True)
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        over = _share(first, fall, middle).sum(axis=1, keepdims=True) > problem.exempt
        least, most = np.where(over, middle, least), np.where(over, most, middle)
    under, above = _share(first, fall, most), _share(first, fall, least)
    missing = (above - under).sum(axis=1, keepdims=True)
    room = problem.exempt - under.sum(axis=1, keepdims=True)
    return np.asarray(under + np.clip(room / np.maximum(missing, 1e-12), 0.0, 1.0) * (above - under))


def _share(first: Floats, fall: Floats, worth: Floats) -> Floats:
    """What is exempted while it still gains more than ``worth``."""
    return np.asarray(np.minimum(np.maximum((first - worth) / fall, 0.0), 1.0))
