"""Mixed-integer programs in a process of their own, ended when their time is over.

HiGHS checks its clock now and then only; a child that is killed keeps a plan's time promise whatever the solver does.
One child serves a whole plan.
"""

import select
import subprocess
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from junheng.programs.pipe import PRECISE, received, send

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

COMMAND = [sys.executable, "-m", "junheng.programs.child"]
GRACE = 60.0
"""Seconds a child may take beyond the limit to start, stop and answer."""


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Minimise ``cost @ x`` with ``lowest <= A x <= highest``, ``0 <= x <= upper``, ``whole`` ones integer.

    ``row``, ``column``, ``value`` are the non-zero entries of A, ``lowest`` and ``highest`` (rows,).
    """

    cost: Floats
    upper: Floats
    whole: NDArray[np.bool_]
    row: Ints
    column: Ints
    value: Floats
    lowest: Floats
    highest: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """``values`` (columns,) None when none was found; ``bound``: no solution costs less.

    ``infeasible``: the solver proved that there is none.
    """

    values: Floats | None
    objective: float
    bound: float
    infeasible: bool = False

    @property
    def gap(self) -> float:
        """Share by which the solution may lie above the best; 0 when it is proven."""
        apart = self.objective - self.bound
        return 0.0 if apart <= PRECISE * max(1.0, abs(self.objective)) else apart / max(abs(self.bound), 1.0)


NOTHING = Solved(None, float("inf"), 0.0)


class Solver:
    """The child: started when the block is entered or first asked, killed when late, gone when the block is left."""

    def __init__(self, grace: float = GRACE) -> None:
        self.child: subprocess.Popen[bytes] | None = None
        self.grace, self.greeted = grace, False

    def __enter__(self) -> Self:
        self._start()
        return self

    def _start(self) -> None:
        if self.child is None:
            self.child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
            self.greeted = False

    def ready(self) -> bool:
        """Waits until the child has loaded its solver, so that this takes nothing from the time of a program."""
        self._start()
        if not self.greeted:
            self.greeted = self._answer(0.0) is not None
        return self.greeted

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the child."""
        if self.child is not None:
            self.child.kill()
            self.child.communicate()
            self.child = None

    def solve(self, program: Program, seconds: float, gap: float = PRECISE) -> Solved:
        """The best solution found in the time, or the first within the relative ``gap``.

        Nothing found is an answer with the bound 0.
        """
        if program.cost.size == 0:
            return _without_columns(program)
        if not self.ready() or self.child is None:
            return NOTHING
        names = Program.__dataclass_fields__
        limits = {"seconds": np.array(seconds), "gap": np.array(gap)}
        send(self.child.stdin, {**limits, **{name: getattr(program, name) for name in names}})
        found = self._answer(seconds)
        if found is None:
            return NOTHING
        values = found["values"] if found["values"].size else None
        return Solved(values, float(found["objective"]), float(found["bound"]), bool(found["infeasible"]))

    def _answer(self, seconds: float) -> dict[str, NDArray[Any]] | None:
        """What the child says next; None, and no child, when it is late or gone."""
        answers: Any = self.child.stdout if self.child else None
        ready, _, _ = select.select([answers], [], [], seconds + self.grace)
        found = received(answers) if ready else None
        if found is None:
            self.stop()
        return found


def _without_columns(program: Program) -> Solved:
    """A program in which nothing is chosen: the solver takes none."""
    kept = bool(((program.lowest <= 0) & (program.highest >= 0)).all())
    return Solved(np.empty(0), 0.0, 0.0) if kept else Solved(None, float("inf"), 0.0, infeasible=True)
