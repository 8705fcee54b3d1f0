"""Which grades an area will teach: schools grow a grade a year, others run out from below.

A school that added its top grade this year mostly adds the next one; how often, by grade, is counted in all areas
of the past years (with a prior worth ``PRIOR_WEIGHT`` cases) and the likelier of the two is assumed.
"""

import numpy as np
import numpy.typing as npt

from junheng.seats.forecast.panel import Marks, Panel

PRIOR_WEIGHT = 2.0
GROWS, STAYS, RUNS_OUT = 0.5, 0.05, 0.5
"""Prior chance that a school adds a grade after having just added one, otherwise, and that it loses the next above a
grade it has just lost."""
LIKELY = 0.5


def expected_spans(past: Panel, horizon: int) -> Marks:
    """Grades taught in each coming year (horizon × areas × grades)."""
    before, now = (past.offered[-2] if len(past.years) > 1 else past.offered[-1]), past.offered[-1]
    grows, stays, runs_out = chances(past.offered)
    ahead = np.empty((horizon, *now.shape), dtype=bool)
    for step in range(horizon):
        top, added = _tops(now), _tops(now) & ~before
        extends = (added & (grows > LIKELY)) | (top & ~added & (stays > LIKELY))
        following = now | _shifted_up(extends)
        following &= ~(_lost_below(before, now) & (runs_out > LIKELY))
        before, now = now, following
        ahead[step] = now
    return ahead


def chances(offered: Marks) -> tuple[npt.NDArray[np.float64], ...]:
    """By grade: that the grade above is added after this one was just added; otherwise; that the lowest grade follows
    the one lost below it."""
    grades = offered.shape[2]
    cases, hits = np.zeros((3, grades)), np.zeros((3, grades))
    for year in range(1, len(offered) - 1):
        before, now, then = offered[year - 1], offered[year], offered[year + 1]
        lives = (now.any(1) & then.any(1))[:, None]
        top = _tops(now) & lives
        above = np.zeros_like(then)
        above[:, :-1] = then[:, 1:]
        for at, (case, hit) in enumerate(
            ((top & ~before, above), (top & before, above), (_lost_below(before, now) & lives, ~then))
        ):
            cases[at] += case.sum(0)
            hits[at] += (case & hit).sum(0)
    prior = np.array([GROWS, STAYS, RUNS_OUT])[:, None]
    return tuple((hits + PRIOR_WEIGHT * prior) / (cases + PRIOR_WEIGHT))


def _tops(offered: Marks) -> Marks:
    top = np.zeros_like(offered)
    top[:, :-1] = offered[:, :-1] & ~offered[:, 1:]
    return top


def _lost_below(before: Marks, now: Marks) -> Marks:
    lost = np.zeros_like(now)
    lost[:, 1:] = now[:, 1:] & ~now[:, :-1] & before[:, :-1]
    return lost


def _shifted_up(marks: Marks) -> Marks:
    up = np.zeros_like(marks)
    up[:, 1:] = marks[:, :-1]
    return up
