"""Rotation of a city: every county solved, then proven as far as the time goes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from junheng.policy.rotation_rules import RotationRules
from junheng.programs import Solver
from junheng.teachers.rotation.conflicts import Conflict, conflict
from junheng.teachers.rotation.county import County
from junheng.teachers.rotation.master import Master, Relaxed, master, relax
from junheng.teachers.rotation.placing import Moves, moves, nobody
from junheng.teachers.rotation.terms import terms
from junheng.teachers.rotation.whole import Whole, dived, proved

SECONDS = 6.0
LACKING = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class CountyPlan:
    """The moves of one county.

    Attributes:
        county, rules: what was asked.
        moves: none where ``conflict`` says why the shares cannot be reached.
        points: the objective; bound: no plan has less; gap: (points - bound) / bound.
        program, relaxed: kept for what-if questions.
    """

    county: County
    rules: RotationRules
    moves: Moves
    points: float
    bound: float
    gap: float
    conflict: Conflict | None
    program: Master = field(repr=False)
    relaxed: Relaxed = field(repr=False)

    @property
    def status(self) -> str:
        """optimal, within_gap or infeasible."""
        if self.conflict is not None:
            return "infeasible"
        return "optimal" if self.gap == 0 else "within_gap"


Progress = Callable[[int, int], None]


def rotate(
    counties: Sequence[County],
    rules: RotationRules,
    seconds: float = SECONDS,
    progress: Progress | None = None,
    *,
    child: Solver | None = None,
) -> tuple[CountyPlan, ...]:
    """The best moves of every county.

    Args:
        counties: each is solved alone, nobody leaves a county.
        rules: in force.
        seconds: in all; the linear optima are always solved, what is left proves plans that they do not prove.
        progress: told how many counties are done.
        child: solves the mixed-integer programs; one of its own, stopped at the end, without.
    """
    solver = child or Solver()
    begun = time.perf_counter()
    try:
        found = []
        for at, county in enumerate(counties):
            found.append(_relaxed(county, rules))
            if progress:
                progress(at + 1, len(counties))
        _prove(found, solver, begun + seconds)
        return tuple(_plan(*one, solver) for one in found)
    finally:
        if child is None:
            solver.stop()


Found = tuple[Master, Relaxed, Whole | None]


def _relaxed(county: County, rules: RotationRules) -> Found:
    """The linear optimum, and a plan by rounding it where there is one."""
    program = master(county, rules)
    relaxed = relax(program)
    return program, relaxed, None if relaxed.lack > LACKING else dived(program, relaxed)


def _prove(found: list[Found], solver: Solver, until: float) -> None:
    """Better plans and bounds of those that are not proven, small counties first; one without a plan in any case."""
    open_ = [at for at, (_, one, plan) in enumerate(found) if one.lack <= LACKING and (plan is None or plan.gap > 0)]
    open_.sort(key=lambda at: found[at][0].made.count)
    for done, at in enumerate(open_):
        program, relaxed, known = found[at]
        left = until - time.perf_counter()
        if left > 0 or known is None or known.lack > 0:
            share = max(1.0, left / (len(open_) - done))
            found[at] = (program, relaxed, proved(program, relaxed, known, solver, share))


def _plan(program: Master, relaxed: Relaxed, plan: Whole | None, solver: Solver) -> CountyPlan:
    county, rules = program.county, program.rules
    if plan is None or plan.lack > 0:
        why = conflict(county, rules, solver)
        inf = float("inf")
        return CountyPlan(county, rules, nobody(), inf, inf, 0.0, why, program, relaxed)
    made = moves(county, program.made, plan)
    counted = replace(plan, points=max(terms(county, rules, made.posts(county)).points, plan.bound))
    return CountyPlan(county, rules, made, counted.points, counted.bound, counted.gap, None, program, relaxed)


def city_gap(plans: Sequence[CountyPlan]) -> tuple[float, float, float]:
    """Points, bound and gap of the counties that have a plan."""
    with_plan = [one for one in plans if one.conflict is None]
    points, bound = sum(one.points for one in with_plan), sum(one.bound for one in with_plan)
    apart = sum(one.points - one.bound for one in with_plan if one.gap > 0)
    return points, bound, apart / max(abs(bound), 1.0)
