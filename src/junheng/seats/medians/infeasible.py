"""Why no answer can exist, found by counting alone: said as a reason, not as an exception."""

from dataclasses import dataclass

import numpy as np

from junheng.policy.text import Text
from junheng.seats.medians.problem import Problem


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No answer exists. ``code`` is for programs, ``reason`` for people."""

    code: str
    reason: Text


def impossible(problem: Problem) -> Infeasible | None:
    """The first reason by which counting shows that no answer exists; ``None`` says nothing about feasibility."""
    return _too_few_sites(problem) or _too_large(problem) or _too_much(problem) or _too_many_large(problem)


def proven() -> Infeasible:
    """A complete search found no answer although counting saw no reason."""
    zh, en = "已穷尽搜索：需求无法按单一归属装入容量", "a complete search shows that the demands cannot be packed"
    return Infeasible("no_packing", Text(zh, en))


def _best_sites(problem: Problem) -> np.ndarray:
    """Capacities in falling order, of as many sites as may be open."""
    return np.sort(problem.room)[::-1][: problem.p]


def _too_few_sites(problem: Problem) -> Infeasible | None:
    p, sites = problem.p, problem.sites
    if p is None or p <= sites:
        return None
    return Infeasible("too_few_sites", Text(f"要开 {p} 个点，只有 {sites} 个", f"{p} sites asked for, {sites} there"))


def _too_large(problem: Problem) -> Infeasible | None:
    most = float(problem.room.max())
    large = np.flatnonzero(problem.demand > most)
    if not large.size:
        return None
    at, size, most = int(large[0]), float(problem.demand[large[0]]), float(problem.capacity.max())
    zh = f"第 {at + 1} 个需求点需要 {size:g}，最大容量只有 {most:g}（共 {large.size} 个这样的点）"
    en = f"customer {at + 1} needs {size:g}, the largest capacity is {most:g} ({large.size} such customers)"
    return Infeasible("customer_too_large", Text(zh, en))


def _too_much(problem: Problem) -> Infeasible | None:
    whole, held = float(problem.demand.sum()), float(_best_sites(problem).sum())
    if whole <= held:
        return None
    count = problem.sites if problem.p is None else problem.p
    zh = f"总需求 {whole:g} 大于最大的 {count} 个点的容量之和 {held:.10g}"
    en = f"the demand {whole:g} exceeds the {count} largest capacities together, {held:.10g}"
    return Infeasible("demand_over_capacity", Text(zh, en))


def _too_many_large(problem: Problem) -> Infeasible | None:
    """Customers above half of the largest capacity need a site each."""
    count = int((problem.demand * 2 > problem.room.max()).sum())
    most = problem.sites if problem.p is None else problem.p
    if count <= most:
        return None
    zh = f"有 {count} 个需求点各超过最大容量的一半，最多只能开 {most} 个点"
    en = f"{count} customers each need more than half of the largest capacity, at most {most} sites open"
    return Infeasible("too_many_large", Text(zh, en))
