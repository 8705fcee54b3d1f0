"""The least additions and moves of teachers for demands that are settled, one indicator after the other.

For a number of units taken beyond the demands and a number given away, the mean square is smallest when units go where
the value is lowest and come from where it is highest (O. Gross, A class of discrete-type minimization problems, RAND
1956). Both numbers are tried, and the cheapest pair that keeps the limit is taken. Teachers go to every school here;
``nearby`` keeps distances.
"""

import numpy as np

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.fast import lowest_for
from junheng.balance.remedy.level import BOUNDLESS
from junheng.balance.remedy.moves import carried
from junheng.balance.remedy.problem import Changes, Flags, Floats, Ints, Problem

Steps = tuple[Ints, Floats]
"""Schools and middles of single units, in their order."""
MOST = 1500
"""Units that are tried at most, of those taken and of those given."""


def exchanged(problem: Problem, exempted: Flags) -> Changes | None:
    """The additions and moves under these exemptions (n, m); None when none are found."""
    movable = problem.movable
    low: Floats = np.where(movable, 0.0, lowest_for(problem, exempted))
    added = completed(problem, low, ~movable)
    if added is None:
        return None
    rows = [np.empty((0, 4))]
    for at in np.flatnonzero(movable).tolist():
        found = _column(problem, at, np.where(exempted[:, at], problem.floor[:, at], problem.full[:, at]))
        if found is None:
            return None
        added[:, at] = found[0]
        rows.append(found[1])
    moves = np.concatenate(rows)
    return Changes(added, moves[:, :3].astype(np.int64), moves[:, 3])


def _column(problem: Problem, at: int, low: Floats) -> tuple[Floats, Floats] | None:
    """(n,) additions and (k, 4) moves of one indicator."""
    net = settled(problem, at, low)
    if net is None:
        return None
    given, taken = np.maximum(-net, 0.0), np.maximum(net, 0.0)
    moves = carried(at, given, taken, np.maximum(taken - problem.most[:, at], 0.0), None)
    got = np.bincount(moves[:, 2].astype(np.int64), moves[:, 3], net.size)
    return taken - got, moves


def steps(problem: Problem, at: int, low: Floats) -> tuple[Floats, Steps, Steps]:
    """(n,) values when the demands ``low`` are met, and single units that may be taken and given after that."""
    base, unit = problem.base[:, at], problem.unit[:, at]
    value = base + unit * np.maximum(low, 0.0)
    rise = np.maximum(np.floor((value.max() - value) / unit + 0.5), 0.0)
    return value, _units(value, unit, rise, 1.0), _units(base, unit, np.maximum(-low, 0.0), -1.0)


def settled(problem: Problem, at: int, low: Floats) -> Floats | None:
    """(n,) net changes, at least ``low``, that cost least; distances aside."""
    one, spread = float((problem.weight * problem.unit)[0, at]), float(min(problem.spread[at], BOUNDLESS))
    start = np.maximum(low, 0.0)
    value, (taker, takes), (giver, gives) = steps(problem, at, low)
    taken = np.arange(takes.size + 1)[:, None]
    given = np.arange(gives.size + 1)[None, :]
    total = start.sum() + taken - given
    mean = float(problem.weight[:, at] @ problem.base[:, at]) + one * total
    square = float(problem.weight[:, at] @ value**2) + 2 * one * (
        np.concatenate(([0.0], np.cumsum(takes)))[:, None] - np.concatenate(([0.0], np.cumsum(gives)))[None, :]
    )
    apart = np.concatenate(([-np.inf], takes))[:, None] <= np.concatenate(([np.inf], gives))[None, :]
    kept = (square <= spread * mean**2) & apart
    kept &= (total >= problem.least[:, at].sum()) & (total <= problem.county_most[at])
    cost = np.where(kept, problem.add[at] * total + problem.move[at] * given, np.inf)
    first, second = np.unravel_index(int(np.argmin(cost)), cost.shape)
    if not np.isfinite(cost[first, second]):
        return None
    plus, minus = (np.bincount(one, minlength=low.size) for one in (taker[:first], giver[:second]))
    return np.asarray(start + plus - minus)


def _units(value: Floats, unit: Floats, count: Floats, sign: float) -> Steps:
    """School and middle of single units up (``sign`` 1), lowest first, or down (-1), highest first."""
    number = np.minimum(count, MOST).astype(np.int64)
    school = np.repeat(np.arange(number.size), number)
    nth = np.arange(school.size) - np.repeat(np.cumsum(number) - number, number)
    middle = value[school] + sign * unit[school] * (nth + 0.5)
    order = np.argsort(sign * middle, kind="stable")[:MOST]
    return school[order], middle[order]
