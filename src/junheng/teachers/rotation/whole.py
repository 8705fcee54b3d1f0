"""From the linear optimum to whole teachers, with a bound that is proven.

Mostly the optimum is whole already. Where it is not, diving rounds it; then a mixed-integer program is solved over
the arcs whose reduced cost is at most what the rounded plan lies above the linear optimum. A plan that uses another
arc costs more than the rounded one, so what the program proves holds for every plan (reduced-cost fixing, Dantzig,
Fulkerson and Johnson 1954).
"""

from dataclasses import dataclass, replace

import numpy as np

from junheng.programs import Program, Solver
from junheng.teachers.rotation.arcs import Arcs
from junheng.teachers.rotation.county import Floats, Ints
from junheng.teachers.rotation.dive import SHARES, dive
from junheng.teachers.rotation.master import LACK, Master, Relaxed, cheap, standing
from junheng.teachers.rotation.rows import entries_of

PRECISE = 1e-6
"""Relative gap at which a plan counts as proven best."""
SLACK = 5.0
"""Points above the linear optimum that arcs may cost where no plan is known."""
SLACKS = (0.3, np.inf)
"""First the cheapest arcs alone, where the best plan mostly is; then all that the known plan leaves possible."""


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A plan in whole teachers: ``flow`` (A,) along ``arcs``, its ``points``, and the ``bound`` no plan is below.

    ``lack``: movers that the shares ask for, and held teachers, that the plan does not have.
    """

    arcs: Arcs
    flow: Ints
    points: float
    bound: float
    lack: int

    @property
    def gap(self) -> float:
        """Share by which the plan may lie above the best; 0 when it is proven."""
        apart = self.points - self.bound
        return 0.0 if apart <= PRECISE * max(1.0, abs(self.points)) else apart / max(abs(self.bound), 1.0)


def dived(program: Master, found: Relaxed) -> Whole | None:
    """A plan by rounding the linear optimum; None where rounding leads nowhere."""
    answers = [one for one in (dive(program, found.flow, share) for share in SHARES) if one is not None]
    if not answers:
        return None
    flow, points = min(answers, key=lambda one: one[1])
    lack = missing(program, program.arcs, flow)
    return Whole(program.arcs, flow.astype(np.int64), max(points, found.points), found.points, lack)


def missing(program: Master, arcs: Arcs, flow: Floats) -> int:
    """Movers that the share of the eligible asks for, and held teachers, that a plan does not have."""
    made, rows = program.made, program.rows
    moving = flow[~made.principal[arcs.group]].sum()
    gone = np.bincount(arcs.group, weights=flow, minlength=made.count)[rows.held >= 0]
    return max(0, round(float(rows.lower[rows.movers] - moving))) + int((np.round(gone) < 1).sum())


def proved(program: Master, found: Relaxed, known: Whole | None, solver: Solver, seconds: float) -> Whole | None:
    """The best plan among the arcs that can be in one, found and proven as far as ``seconds`` go."""
    for slack in SLACKS:
        above = SLACK if known is None else known.points - found.points + PRECISE
        known = _within(program, found, known, solver, slack=min(slack, above), seconds=seconds / len(SLACKS))
        if (known is not None and known.gap == 0) or above <= slack:
            break
    return known


def _within(
    program: Master, found: Relaxed, known: Whole | None, solver: Solver, *, slack: float, seconds: float
) -> Whole | None:
    """The better of the known plan and the best over arcs of reduced costs up to ``slack``, with the bound of both."""
    arcs = cheap(program, found.price, slack)
    answer = solver.solve(mixed(program, arcs), seconds)
    points = answer.objective + program.constant
    bound = max(found.points, min(answer.bound + program.constant, found.points + slack))
    if answer.values is None or (known is not None and points >= known.points):
        return known and replace(known, bound=max(known.bound, min(bound, known.points)))
    flow = np.round(answer.values[program.fixed :])
    before = found.points if known is None else known.bound
    return Whole(arcs, flow.astype(np.int64), points, max(before, min(bound, points)), missing(program, arcs, flow))


def mixed(program: Master, arcs: Arcs) -> Program:
    """The program over some arcs, in whole teachers."""
    rows, steps = program.rows, program.steps
    before = standing(steps, rows)
    found = entries_of(arcs, program.county, program.rules, program.made, rows)
    many = program.fixed
    weights = program.rules.weights
    return Program(
        cost=np.concatenate((steps.cost, np.full(rows.short.size, weights.shortage), [LACK], arcs.cost)),
        upper=np.concatenate((steps.upper, np.full(rows.short.size + 1, np.inf), _most(program, arcs))),
        whole=np.concatenate((np.zeros(many, dtype=bool), np.ones(arcs.count, dtype=bool))),
        row=np.concatenate((before.row, found.row)),
        column=np.concatenate((before.column, many + found.column)),
        value=np.concatenate((before.value, found.value)),
        lowest=rows.lower,
        highest=rows.upper,
    )


def _most(program: Master, arcs: Arcs) -> Floats:
    return np.where(arcs.wish >= 0, 1.0, program.made.size[arcs.group].astype(float))
