"""What the best plan would cost if one teacher had to go to one place: the program solved on from where it stands."""

import numpy as np

from junheng.teachers.rotation.arcs import Arcs, plain_arcs
from junheng.teachers.rotation.master import Master, extend, relax
from junheng.teachers.rotation.solve import CountyPlan

EACH = 30
"""Arcs added for a group at once: few are ever asked for, and a round costs more than columns."""
SHAKEN = "dual_simplex_cost_perturbation_multiplier"
"""HiGHS shakes costs against cycling; from an optimum a few steps away that makes hundreds of steps of a few."""


def forced(plan: CountyPlan, teacher: int, to: int) -> float | None:
    """Points that the best plan costs more when ``teacher`` is at post ``to``, all others placed anew.

    It is the difference of the linear optima, so no rearrangement costs less than the bound of the plan plus this; None
    where the rules do not allow it.
    """
    program = plan.program
    group = int(program.made.of[teacher])
    home = int(plan.county.staff.post[teacher])
    if group < 0:
        return 0.0 if to == home else None
    if to != home and not program.open_[group, to]:
        return None
    held = _hold(program, group, teacher, to)
    program.solver.setOptionValue(SHAKEN, 0.0)
    try:
        found = relax(program, each=EACH)
    except RuntimeError:
        return None
    finally:
        program.solver.setOptionValue(SHAKEN, 1.0)
        _release(program, held)
    return None if found.lack > 1e-6 else found.points - plan.relaxed.points  # noqa: PLR2004


Held = tuple[list[tuple[int, float, float]], list[tuple[int, float, float]]]


def _hold(program: Master, group: int, teacher: int, to: int) -> Held:
    """Fixes the teacher; gives back the bounds of columns and rows that were changed."""
    arcs, home = program.arcs, int(program.made.post[group])
    own = _own_arcs(program, teacher)
    columns: list[tuple[int, float, float]] = []
    rows: list[tuple[int, float, float]] = []
    chosen = next((one for one in own if arcs.to[one] == to), None)
    if to == home:
        size = float(program.made.size[group])
        rows.append((int(program.rows.group[group]), -np.inf, size))
        _row(program, rows[0][0], -np.inf, size - 1)
    elif chosen is None:
        chosen = _plain(program, group, to)
    for one in own:
        if one != chosen:
            columns.append((one, 0.0, 1.0))
            _column(program, one, 0.0, 0.0)
    if chosen is not None:
        most = program.most(chosen)
        columns.append((chosen, 0.0, most))
        _column(program, chosen, 1.0, most)
    return columns, rows


def _release(program: Master, held: Held) -> None:
    for column, low, high in held[0]:
        _column(program, column, low, high)
    for row, low, high in held[1]:
        _row(program, row, low, high)


def _own_arcs(program: Master, teacher: int) -> list[int]:
    arcs = program.arcs
    wished = np.flatnonzero(arcs.wish >= 0)
    mine = program.county.staff.wishes[arcs.wish[wished], 0] == teacher
    return [int(one) for one in wished[mine]]


def _plain(program: Master, group: int, to: int) -> int:
    """The arc of the group to the post, written down if it is not."""
    arcs = program.arcs
    found = np.flatnonzero((arcs.group == group) & (arcs.to == to) & (arcs.wish < 0))
    if found.size:
        return int(found[0])
    one: Arcs = plain_arcs(program.county, program.rules, program.made, np.array([group]), np.array([to]))
    extend(program, one)
    return program.arcs.count - 1


def _column(program: Master, arc: int, low: float, high: float) -> None:
    import highspy

    program.solver.changeColBounds(program.fixed + arc, low, high if np.isfinite(high) else highspy.kHighsInf)


def _row(program: Master, row: int, low: float, high: float) -> None:
    import highspy

    low = low if np.isfinite(low) else -highspy.kHighsInf
    program.solver.changeRowBounds(row, low, high)
