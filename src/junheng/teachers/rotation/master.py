"""The linear program of a county, with arcs added until none that is left out could make it better.

Rows and steps of the dispersion stand from the start; arcs come in as their reduced cost asks for them (column
generation, Gilmore and Gomory 1961), so the optimum holds over every arc of the county though few are written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.arcs import Arcs, nearest_arcs, plain_arcs, wish_arcs
from junheng.teachers.rotation.county import FLAGS, Bools, County, Floats, Ints
from junheng.teachers.rotation.groups import Groups, doors, groups, way_points
from junheng.teachers.rotation.rows import Entries, Rows, entries_of, rows_of
from junheng.teachers.rotation.spread import Spread, spread

NEAR = 4
"""Posts that every group may go to from the start."""
MARGIN = 6
"""Teachers above the mean up to which steps are written; beyond them the last step goes on."""
LACK = 1e4
"""Points of a mover who is missing, or of a held teacher who does not go: more than any move costs."""
TOLERANCE = 1e-6
BLOCK = 2_000_000
"""Reduced costs counted at once."""
DUAL = 1
"""HiGHS's number of the dual simplex."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Columns of the dispersion: one teacher more (+1) or less (-1) at a post, at a cost; ``upper`` 1, or none."""

    row: Ints
    sign: Floats
    cost: Floats
    upper: Floats


@dataclass(slots=True, eq=False)
class Master:
    """The program; ``plain`` (G, P) are the points of every arc that nobody asked for, infinite where none may be."""

    county: County
    rules: RotationRules
    made: Groups
    open_: Bools
    plain: Floats
    spreads: tuple[Spread, ...]
    rows: Rows
    arcs: Arcs
    constant: float
    fixed: int
    steps: Steps
    solver: Any = field(repr=False)

    def most(self, arc: int) -> float:
        """How much an arc may carry."""
        return 1.0 if self.arcs.wish[arc] >= 0 else np.inf


def master(county: County, rules: RotationRules, near: int = NEAR) -> Master:
    """The program with its first arcs."""
    import highspy

    made = groups(county, rules)
    weights = rules.weights
    spreads = tuple(spread(county, at, getattr(weights, name)) for at, name in enumerate(FLAGS))
    rows = rows_of(county, rules, made, spreads)
    open_ = doors(county, rules, made)
    arcs = wish_arcs(county, rules, made, open_).joined(nearest_arcs(county, rules, made, open_, near))
    steps = _steps(county, made, rows, spreads)
    short = rows.short
    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": 1, "presolve": "off", "solver": "simplex"}.items():
        solver.setOptionValue(name, value)
    endless = np.full(rows.lower.size, highspy.kHighsInf)
    lower = np.where(np.isfinite(rows.lower), rows.lower, -endless)
    upper = np.where(np.isfinite(rows.upper), rows.upper, endless)
    none = np.empty(0, dtype=np.int32)
    solver.addRows(rows.lower.size, lower, upper, 0, np.zeros(rows.lower.size, dtype=np.int32), none, np.empty(0))
    fixed = standing(steps, rows)
    cost = np.concatenate((steps.cost, np.full(short.size, weights.shortage), [LACK]))
    most = np.concatenate((steps.upper, np.full(short.size + 1, np.inf)))
    _add(solver, fixed, cost, most)
    constant = float(sum(one.points(county.flagged(at)).sum() for at, one in enumerate(spreads)))
    constant += weights.wish * wishers(county)
    made_ = Master(
        county,
        rules,
        made,
        open_,
        np.where(open_, way_points(county, rules)[made.post] + weights.unasked, np.inf),
        spreads,
        rows,
        arcs.take(np.empty(0, dtype=np.int64)),
        constant,
        cost.size,
        steps,
        solver,
    )
    extend(made_, arcs)
    return made_


def standing(steps: Steps, rows: Rows) -> Entries:
    """Entries of the columns before the arcs: steps, missing teachers of each subject, movers and held who lack."""
    held = rows.held[rows.held >= 0]
    many = steps.row.size + rows.short.size
    return Entries(
        np.concatenate((steps.row, rows.short, [rows.movers], held)),
        np.concatenate((np.arange(many), np.full(1 + held.size, many))),
        np.concatenate((-steps.sign, np.ones(rows.short.size + 1 + held.size))),
    )


def wishers(county: County) -> int:
    """Teachers who may move and have wishes."""
    return int((county.staff.mobile & (county.staff.wishing > 0)).sum())


def extend(program: Master, arcs: Arcs) -> None:
    """Adds arcs."""
    found = entries_of(arcs, program.county, program.rules, program.made, program.rows)
    _add(program.solver, found, arcs.cost, np.where(arcs.wish >= 0, 1.0, np.inf))
    program.arcs = program.arcs.joined(arcs)


def _add(solver: Any, entries: Entries, cost: Floats, upper: Floats) -> None:
    import highspy

    starts = np.concatenate(([0], np.cumsum(np.bincount(entries.column, minlength=cost.size))))[:-1]
    solver.addCols(
        cost.size,
        cost,
        np.zeros(cost.size),
        np.where(np.isfinite(upper), upper, highspy.kHighsInf),
        entries.row.size,
        starts.astype(np.int32),
        entries.row.astype(np.int32),
        entries.value,
    )


def _steps(county: County, made: Groups, rows: Rows, spreads: tuple[Spread, ...]) -> Steps:
    """Every step down that teachers who may leave can make, and steps up to ``MARGIN`` above the mean."""
    parts: list[tuple[Ints, Floats, Floats, Floats]] = []
    for flag, one in enumerate(spreads):
        post = np.flatnonzero(one.judged)
        count = county.flagged(flag)[post]
        leaving = np.bincount(made.post, weights=made.size * made.flags[:, flag], minlength=county.posts)[post]
        down = leaving.astype(np.int64)
        up = np.maximum(np.ceil(one.target[post]).astype(np.int64) - count, 0) + MARGIN
        at, number = _each(down)
        parts.append(
            (
                rows.flag[flag, post[at]],
                np.full(at.size, -1.0),
                -one.step(post[at], count[at] - number - 1),
                np.ones(at.size),
            )
        )
        at, number = _each(up)
        ends = np.where(number == up[at] - 1, np.inf, 1.0)
        parts.append((rows.flag[flag, post[at]], np.ones(at.size), one.step(post[at], count[at] + number), ends))
    row, sign, cost, upper = (np.concatenate([part[at] for part in parts]) for at in range(4))
    return Steps(row.astype(np.int64), sign, cost, upper)


def _each(many: Ints) -> tuple[Ints, Ints]:
    """Place i ``many[i]`` times, and 0, 1, … within each."""
    at = np.repeat(np.arange(many.size), many)
    return at, np.arange(at.size) - np.repeat(np.cumsum(many) - many, many)


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The optimum of the linear program.

    ``flow`` (A,) along the arcs; ``points`` the objective, LACK for each missing mover among it; ``price`` (rows,);
    ``lack`` missing movers, or above 0 where a held teacher cannot go; ``tails`` teachers beyond the steps that are
    written.
    """

    flow: Floats
    points: float
    price: Floats
    lack: float
    tails: float


def relax(program: Master, most: int = 100, each: int = 3) -> Relaxed:
    """Solves with arcs added until no arc has a negative reduced cost; ``each``: arcs added per group and round.

    Raises:
        RuntimeError: HiGHS does not end with an optimum, a fault of the program.
    """
    import highspy

    solver = program.solver
    for _ in range(most):
        solver.run()
        status = solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS: {status}")
        solution = solver.getSolution()
        price = np.array(solution.row_dual)
        more = priced(program, price, each)
        if more.count == 0:
            break
        extend(program, more)
        solver.setOptionValue("simplex_strategy", DUAL)
    values = np.array(solution.col_value)
    tail = np.flatnonzero(np.isinf(program.steps.upper))
    return Relaxed(
        flow=values[program.fixed :],
        points=float(solver.getInfo().objective_function_value) + program.constant,
        price=price,
        lack=float(values[program.fixed - 1]),
        tails=float(np.maximum(values[tail] - 1, 0).sum()),
    )


def reduced(program: Master, price: Floats, group: Ints) -> Floats:
    """(groups, P) reduced costs of the plain arcs of some groups; infinite where they may not go."""
    made, rows, rules = program.made, program.rows, program.rules
    worth = node_prices(program, price)
    home = made.post[group]
    own = price[rows.group[group]] + np.where(made.one[group] >= 0, _price(price, rows.couple, made.one[group]), 0.0)
    own = own + _price(price, rows.held, group)
    ordinary = ~made.principal[group]
    backbone = made.flags[group, 0] - rules.backbone / 100
    own = own + ordinary * (
        price[rows.movers] + price[rows.most] + backbone * price[rows.backbone] + _price(price, rows.out, home)
    )
    own = own - worth[made.kind[group], home]
    into = ~made.principal[made.kinds][:, None] * _price(price, rows.into, None)
    found: Floats = program.plain[group] - (worth + into)[made.kind[group]]
    found -= own[:, None]
    return found


def node_prices(program: Master, price: Floats) -> Floats:
    """(K, P) what one teacher of a kind more is worth at a post."""
    made, rows = program.made, program.rows
    found = _price(price, rows.need[:, made.subject[made.kinds]].T, None)
    for flag in range(len(FLAGS)):
        found = found + made.flags[made.kinds, flag][:, None] * _price(price, rows.flag[flag], None)
    return found


def _price(price: Floats, rows: Ints, of: Ints | None) -> Floats:
    """Prices of rows, 0 where there is none."""
    found: Floats = np.where(rows >= 0, price[rows], 0.0)
    return found if of is None else found[of]


def priced(program: Master, price: Floats, each: int) -> Arcs:
    """The best arcs of negative reduced cost of every group, as many as ``each`` for one."""
    found = [np.empty((2, 0), dtype=np.int64)]
    few = min(each, program.county.posts)
    for block in blocks(program):
        cost = reduced(program, price, block)
        better = np.flatnonzero(cost.min(axis=1, initial=np.inf) < -TOLERANCE)
        group, cost = block[better], cost[better]
        best = np.argpartition(cost, few - 1, axis=1)[:, :few]
        at, place = np.nonzero(np.take_along_axis(cost, best, axis=1) < -TOLERANCE)
        found.append(np.stack((group[at], best[at, place])))
    return plain_arcs(program.county, program.rules, program.made, *np.concatenate(found, axis=1))


def cheap(program: Master, price: Floats, slack: float) -> Arcs:
    """Every arc of the county whose reduced cost is at most ``slack``, and those of the wishes."""
    found = [np.empty((2, 0), dtype=np.int64)]
    for group in blocks(program):
        at, to = np.nonzero(reduced(program, price, group) <= slack)
        found.append(np.stack((group[at], to)))
    plain = plain_arcs(program.county, program.rules, program.made, *np.concatenate(found, axis=1))
    return plain.joined(program.arcs.take(program.arcs.wish >= 0))


def blocks(program: Master) -> Iterator[Ints]:
    """The groups, a few at a time so that their reduced costs fit into memory."""
    many, block = program.made.count, max(1, BLOCK // max(program.county.posts, 1))
    for start in range(0, many, block):
        yield np.arange(start, min(start + block, many))
