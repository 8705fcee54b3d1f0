"""Rounds go on while answers break cones, and end when they no longer do."""

import numpy as np

from junheng.balance.remedy.exact import LINEAR_ROUNDS, Answered, Cuts, Standing
from junheng.balance.remedy.problem import Changes, Floats, Problem
from junheng.balance.remedy.rounds import Rounds
from tests.balance.remedy.tiny import tiny


class Told(Answered):
    """An answer whose values are given."""

    def __init__(self, value: Floats) -> None:
        self.given = value

    def value(self) -> Floats:
        return self.given


class Scripted(Rounds[Changes]):
    """Answers one after the other."""

    def __init__(self, problem: Problem, values: list[Floats]) -> None:
        self.cuts, self.gap, self.values = [Cuts(problem)], 0.0, values
        self.kinds: list[bool] = []

    @property
    def asked(self) -> int:
        return len(self.kinds)

    def following(self, standing: Standing[Changes], *, whole: bool) -> tuple[Standing[Changes], list[Answered]]:
        self.kinds.append(whole)
        return standing, [Told(self.values[self.asked - 1])] if self.asked <= len(self.values) else []


NOTHING: Standing[Changes] = Standing(None, np.inf, 0.0)
EVEN = np.ones((3, 3))
UNEVEN = np.array([[9.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]])


def test_broken_cones_are_cut_until_they_hold() -> None:
    search = Scripted(tiny(1), [UNEVEN, UNEVEN, EVEN, EVEN])
    search.linear(NOTHING)
    assert search.asked == 3
    assert search.cuts[0].cones == {0}
    assert len(search.cuts[0].values) == 3


def test_rounds_end_without_answers_and_in_any_case() -> None:
    none = Scripted(tiny(1), [])
    none.linear(NOTHING)
    assert none.asked == 1
    assert none.whole(NOTHING) == (NOTHING, None)
    assert none.kinds == [False, True]
    endless = Scripted(tiny(1), [UNEVEN] * 99)
    endless.linear(NOTHING)
    assert endless.asked == LINEAR_ROUNDS
    assert endless.whole(NOTHING)[1] is True
    assert Scripted(tiny(1), [EVEN]).whole(NOTHING)[1] is False
