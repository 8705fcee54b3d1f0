"""Which indicator a school exempts at given prices: outright, or in parts where prices fall as it does so."""

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Problem

HALVINGS = 26


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
    fall = whole * problem.unit * problem.saving * slope
    least, most = np.zeros(len(value)), first.max(axis=1)
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        over = _share(problem, first, fall, middle).sum(axis=1) > problem.exempt
        least, most = np.where(over, middle, least), np.where(over, most, middle)
    under, above = _share(problem, first, fall, most), _share(problem, first, fall, least)
    missing = above.sum(axis=1) - under.sum(axis=1)
    room = problem.exempt - under.sum(axis=1)
    part = np.where(missing > room, room / np.maximum(missing, 1e-12), 1.0)
    return np.asarray(under + part[:, None] * (above - under))


def _share(problem: Problem, first: Floats, fall: Floats, worth: Floats) -> Floats:
    """What is exempted while it still gains more than ``worth``."""
    over = first - worth[:, None]
    share = np.where(fall > 0, np.clip(over / np.where(fall > 0, fall, 1.0), 0.0, 1.0), over > 0)
    return np.where(problem.forced, 1.0, share)
