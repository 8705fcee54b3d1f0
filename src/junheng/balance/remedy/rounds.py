"""Programs of several sections together, one after the other, each cut where the answers before it broke a cone."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np

from junheng.balance.remedy.exact import LINEAR_ROUNDS, LOOSE, Answered, Cuts, Made, Standing, Written, answered
from junheng.balance.remedy.level import slack
from junheng.balance.remedy.problem import Floats
from junheng.programs import Solver

SHARE = 0.9
"""Of the gap, for each program; the rest is for completing its answer."""
Asked = TypeVar("Asked", bound=Written)


class Rounds(ABC, Generic[Made]):
    """The cuts of the sections and the rounds that add to them, until the moment ``until`` or the ``gap``."""

    cuts: list[Cuts]
    solver: Solver | None
    until: float
    gap: float

    @abstractmethod
    def following(self, standing: Standing[Made], *, whole: bool) -> tuple[Standing[Made], list[Answered]]:
        """What one more program teaches; no answers when time is over or there is none."""

    def ask(
        self, program: Callable[[], Asked], standing: Standing[Made], *, whole: bool
    ) -> tuple[Standing[Made], tuple[Asked, Floats] | None]:
        """What the bound of a program tells, and the program with its values; None when time is over or it has none."""
        left = self.until - time.monotonic()
        if left <= 0 or self.solver is None:
            return standing, None
        made = program()
        solved, bound = answered(made, standing.cost, self.solver, left, SHARE * self.gap if whole else None)
        if solved.values is None:
            return replace(standing, impossible=bound == np.inf and standing.changes is None), None
        return standing.with_bound(bound), (made, solved.values)

    def linear(self, standing: Standing[Made]) -> Standing[Made]:
        """Without whole numbers: fast, and where it ends the cuts are those that matter."""
        for _ in range(LINEAR_ROUNDS):
            standing, answers = self.following(standing, whole=False)
            if not answers or standing.gap <= self.gap or not self.cut(answers, LOOSE):
                break
        return standing

    def whole(self, standing: Standing[Made]) -> tuple[Standing[Made], bool | None]:
        """One program in whole numbers; whether a cone was broken, None when there is no answer."""
        standing, answers = self.following(standing, whole=True)
        return standing, self.cut(answers, 0.0) if answers else None

    def cut(self, answers: Sequence[Answered], loose: float) -> bool:
        """Cuts every section where its answer lies; whether some dispersion was above its limit there."""
        over = False
        for cuts, one in zip(self.cuts, answers, strict=True):
            value = one.value()
            over |= not slack(value, cuts.problem.weight, cuts.problem.spread * (1 + loose)).all()
            over |= cuts.add(value)
        return over
