"""A good plan and a proven bound in milliseconds: relax, let every school choose, complete exactly, then swap."""

from collections.abc import Iterator

import numpy as np

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.problem import Flags, Floats, Ints, Problem
from junheng.balance.remedy.relaxed import Relaxed

MUCH = 0.3
"""Share of an exemption that is rounded up."""
CHOICES = 4
"""How many of the relaxation's last choices are completed."""
SWAPS = 12
"""How many schools are tried with another exemption, the most doubtful first."""


def lowest_for(problem: Problem, exempted: Flags) -> Floats:
    """(n, m) what must be added at least under these exemptions."""
    return np.asarray(np.round(np.where(exempted, problem.lowest - problem.saving, problem.lowest), 6))


def rounded(problem: Problem, found: Relaxed, enough: float = 0.0) -> tuple[Flags, Floats] | None:
    """The best completed choice of the relaxation, its exemptions and additions; None when none can be completed.

    The first one that costs no more than ``enough`` yuan ends the search.
    """
    best, least = None, np.inf
    seen: set[bytes] = set()
    for taken in _candidates(problem, found):
        if taken.tobytes() in seen:
            continue
        seen.add(taken.tobytes())
        added = completed(problem, lowest_for(problem, taken))
        cost = np.inf if added is None else float((added * problem.add).sum())
        if added is not None and cost < least:
            best, least = (taken, added), cost
        if least <= enough:
            break
    return best


def _candidates(problem: Problem, found: Relaxed) -> Iterator[Flags]:
    share = np.where(problem.saving > 0, found.exempted, 0.0)
    best: Ints = np.argsort(-np.where(problem.forced, np.inf, share), axis=1, kind="stable")[:, : problem.exempt]
    settled = np.zeros(share.shape, bool)
    np.put_along_axis(settled, best, (np.take_along_axis(share, best, 1) > MUCH) | _at(problem.forced, best), 1)
    yield settled
    yield from found.choices[:CHOICES]


def _at(flags: Flags, columns: Ints) -> Flags:
    return np.asarray(np.take_along_axis(flags, columns, 1))


def swapped(problem: Problem, found: Relaxed, taken: Flags, added: Floats, enough: float = 0.0) -> tuple[Flags, Floats]:
    """The plan after trying other exemptions, school by school, wherever the prices leave the choice in doubt.

    A plan that costs no more than ``enough`` yuan ends the search.
    """
    cost = (added * problem.add).sum(axis=0)
    for school, other, sure in _doubtful(problem, found, taken):
        if cost.sum() <= enough:
            break
        if sure >= cost.sum():
            continue
        changed = taken.copy()
        changed[school] = other
        columns = changed[school] != taken[school]
        tried = completed(problem, np.where(columns, lowest_for(problem, changed), added), columns)
        if tried is None:
            continue
        after = (tried * problem.add).sum(axis=0)
        if after.sum() < cost.sum() - 1e-6:
            taken, added, cost = changed, tried, after
    return taken, added


def _doubtful(problem: Problem, found: Relaxed, taken: Flags) -> list[tuple[int, Flags, float]]:
    """Schools with another exemption and what any plan with it costs at least, by how little it loses at the prices."""
    if problem.exempt != 1:
        return []
    now = (found.gain * taken).sum(axis=1)
    stuck = problem.forced.any(axis=1, keepdims=True)
    open_ = (problem.saving > 0) & ~taken & ~stuck
    loss: Floats = np.where(open_, now[:, None] - found.gain, np.inf)
    order = np.argsort(loss, axis=None)[:SWAPS]
    sure = found.bound + found.gain.max(axis=1, keepdims=True) - found.gain
    each: list[Flags] = list(np.eye(loss.shape[1], dtype=bool))
    pairs = (divmod(one, loss.shape[1]) for one in order[np.isfinite(loss.flat[order])].tolist())
    return [(school, each[at], float(sure[school, at])) for school, at in pairs]
