"""What one would use instead: HiGHS with plain gradient cuts, SCIP on the cone itself, an office working by hand."""

import time
from typing import Any

import numpy as np

from junheng.balance.remedy import Problem

Floats = np.ndarray[Any, np.dtype[np.float64]]
ROUNDS = 100


def violated(problem: Problem, added: Floats, tie: float = 1e-4) -> list[int]:
    """Indicators whose dispersion is above its limit by more than the relative ``tie``."""
    value = problem.base + problem.unit * added
    mean = (problem.weight * value).sum(axis=0)
    spread = np.sqrt((problem.weight * (value - mean) ** 2).sum(axis=0))
    return np.flatnonzero(spread > problem.limit * mean * (1 + tie)).tolist()


def highs(problem: Problem, seconds: float) -> tuple[float, float]:
    """Cost and bound by HiGHS and plain gradient cuts on the cones; an infinite cost without a plan in time."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    begun = time.perf_counter()
    n, m = problem.base.shape
    low, saving = problem.lowest.ravel(), problem.saving.ravel()
    size = n * m
    scale = np.where(problem.whole, 1.0, 1.0 / problem.unit).ravel()
    cost = np.concatenate([(np.broadcast_to(problem.add, (n, m)).ravel() * scale), np.zeros(size)]) / 1e4
    whole = np.concatenate([np.broadcast_to(problem.whole, (n, m)).ravel(), np.ones(size)])
    cells = np.arange(size)
    demand = coo_array(
        (np.concatenate([np.ones(size), saving / scale]), (np.tile(cells, 2), np.concatenate([cells, size + cells]))),
        shape=(size, 2 * size),
    )
    once = coo_array((np.ones(size), (cells // m, size + cells)), shape=(n, 2 * size))
    rows: list[Any] = [LinearConstraint(demand, low / scale, np.inf), LinearConstraint(once, -np.inf, problem.exempt)]
    bound = 0.0
    for _ in range(ROUNDS):
        left = seconds - (time.perf_counter() - begun)
        if left <= 0:
            break
        found = milp(
            cost,
            integrality=whole,
            bounds=Bounds(0, np.concatenate([np.full(size, np.inf), np.ones(size)])),
            constraints=rows,
            options={"time_limit": left, "mip_rel_gap": 1e-3},
        )
        bound = max(bound, float(found.mip_dual_bound or 0.0) * 1e4)
        if found.x is None:
            break
        added = (found.x[:size] * scale).reshape(n, m)
        over = violated(problem, added)
        if not over:
            return float(found.fun) * 1e4, bound
        rows += [_gradient(problem, added, at, scale.reshape(n, m), 2 * size) for at in over]
    return float("inf"), bound


def _gradient(problem: Problem, added: Floats, at: int, scale: Floats, width: int) -> Any:
    """The tangent of the cone at a point outside it."""
    from scipy.optimize import LinearConstraint

    weight, value = problem.weight[:, at], problem.base[:, at] + problem.unit[:, at] * added[:, at]
    slope = weight * (value / np.sqrt(weight @ value**2) - np.sqrt(problem.spread[at])) * len(value)
    row = np.zeros(width)
    row[np.arange(len(value)) * problem.base.shape[1] + at] = slope * problem.unit[:, at] * scale[:, at]
    return LinearConstraint(row[None, :], -np.inf, -slope @ problem.base[:, at])


def scip(problem: Problem, seconds: float, gap: float = 1e-3) -> tuple[float, float]:
    """Cost and bound by SCIP with the cones as they are; values in thresholds."""
    from pyscipopt import Model, quicksum

    model = Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    model.setParam("limits/gap", gap)
    n, m = problem.base.shape
    low, saving = problem.lowest, problem.saving
    scale = np.where(problem.whole, 1.0, 1.0 / problem.unit)
    added = [[model.addVar(vtype="I" if problem.whole[j] else "C", lb=0) for j in range(m)] for _ in range(n)]
    exempt = [[model.addVar(vtype="B") for _ in range(m)] for _ in range(n)]
    for i in range(n):
        model.addCons(quicksum(exempt[i]) <= problem.exempt)
        for j in range(m):
            model.addCons(added[i][j] + saving[i, j] / scale[i, j] * exempt[i][j] >= low[i, j] / scale[i, j])
    for j in range(m):
        value = [problem.base[i, j] + problem.unit[i, j] * scale[i, j] * added[i][j] for i in range(n)]
        scip_cone(model, problem, j, value)
    price = problem.add * scale / 1e4
    model.setObjective(quicksum(float(price[i, j]) * added[i][j] for i in range(n) for j in range(m)))
    model.optimize()
    cost = model.getObjVal() * 1e4 if model.getNSols() else float("inf")
    return cost, model.getDualbound() * 1e4


def scip_cone(model: Any, problem: Problem, at: int, value: list[Any]) -> None:
    """The dispersion of an indicator as it is, over the values of the schools."""
    from pyscipopt import quicksum

    count, weight = len(value), problem.weight[:, at].tolist()
    mean = model.addVar(lb=0)
    model.addCons(mean == quicksum(one * each for one, each in zip(weight, value, strict=True)))
    apart = [model.addVar(lb=None) for _ in value]
    for one, each in zip(apart, value, strict=True):
        model.addCons(one == each - mean)
    square = quicksum(one * count * each * each for one, each in zip(weight, apart, strict=True))
    model.addCons(square <= count * float(problem.limit[at]) ** 2 * mean * mean)


def by_hand(problem: Problem) -> float:
    """Every failing school up to the threshold, then the lowest up, one by one, until the dispersions fit."""
    failing = ((problem.full > 0).sum(axis=1) > problem.exempt) | (problem.floor > 0).any(axis=1)
    added = np.where(failing[:, None], np.maximum(problem.full, 0.0), 0.0)
    raise_by = np.where(problem.whole, 1.0, np.ceil(0.01 / problem.unit))
    for at in range(len(problem.indicators)):
        weight, limit = problem.weight[:, at], problem.limit[at]
        value = problem.base[:, at] + problem.unit[:, at] * added[:, at]
        while np.sqrt(weight @ (value - weight @ value) ** 2) > limit * (weight @ value):
            lowest = int(np.argmin(value))
            added[lowest, at] += raise_by[lowest, at]
            value[lowest] += problem.unit[lowest, at] * raise_by[lowest, at]
    return float((added * problem.add).sum())
