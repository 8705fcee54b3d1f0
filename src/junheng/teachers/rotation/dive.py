"""A plan in whole teachers from the linear optimum by diving: round a few arcs up, solve again, until all are whole."""

from typing import Any

import numpy as np

from junheng.teachers.rotation.county import Floats
from junheng.teachers.rotation.master import Master

WHOLE = 1e-6
SHARES = (0.01, 0.2, 0.5)
"""Shares of the broken arcs that are rounded at once, one dive for each; at least one arc is."""
ROUNDS = 200


def dive(program: Master, flow: Floats, share: float) -> tuple[Floats, float] | None:
    """Whole flows (A,) and the columns before them, with their points; None where rounding leads nowhere.

    The bounds of the program are put back.
    """
    import highspy

    solver, values = program.solver, flow
    changed: dict[int, tuple[float, float]] = {}
    try:
        for _ in range(ROUNDS):
            broken = np.flatnonzero(np.abs(values - np.round(values)) > WHOLE)
            if broken.size == 0:
                return np.round(values), float(solver.getInfo().objective_function_value) + program.constant
            part = values[broken] - np.floor(values[broken])
            few = broken[np.argsort(-part, kind="stable")[: max(1, int(share * broken.size))]]
            before = dict(changed)
            for arc in few:
                _bound(program, changed, int(arc), float(np.ceil(values[arc])), None)
            solver.run()
            if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                _undo(program, changed, before)
                _bound(program, changed, int(few[0]), None, float(np.floor(values[few[0]])))
                solver.run()
                if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                    return None
            values = np.array(solver.getSolution().col_value)[program.fixed :]
        return None
    finally:
        _undo(program, changed, {})


def _bound(
    program: Master, changed: dict[int, tuple[float, float]], arc: int, lower: float | None, upper: float | None
) -> None:
    low, high = changed.get(arc, (0.0, program.most(arc)))
    changed[arc] = (low if lower is None else lower, high if upper is None else upper)
    _set(program.solver, program.fixed + arc, changed[arc])


def _undo(program: Master, changed: dict[int, tuple[float, float]], before: dict[int, tuple[float, float]]) -> None:
    for arc in changed:
        _set(program.solver, program.fixed + arc, before.get(arc, (0.0, program.most(arc))))
    changed.clear()
    changed.update(before)


def _set(solver: Any, column: int, bounds: tuple[float, float]) -> None:
    import highspy

    low, high = bounds
    solver.changeColBounds(column, low, high if np.isfinite(high) else highspy.kHighsInf)
