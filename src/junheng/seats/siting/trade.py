"""How much way a unit of money buys: sitings along a sweep of the weight, each with its bound."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.solve import site


@dataclass(frozen=True)
class Point:
    """One point of the curve: the weight, and the siting found at it with its certificate."""

    metres_per_money: float
    answer: SitingPlan

    @property
    def money(self) -> float:
        return self.answer.money

    @property
    def metres(self) -> float:
        """Pupil-metres of all ways, pupils without a seat at their charge."""
        return self.answer.plan.objective

    def least_metres(self, money: float) -> float:
        """No siting that spends ``money`` has fewer pupil-metres than this: the bound's supporting line."""
        return self.answer.bound - self.metres_per_money * money


def trade_off(
    problem: SitingProblem,
    weights: Sequence[float],
    *,
    seconds: float = 10.0,
    seed: int = 0,
    steps: int | None = None,
) -> tuple[Point, ...]:
    """The curve between money and way: one siting per weight, cheapest first, dominated points left out.

    Args:
        problem: the siting; its own weight is not read.
        weights: pupil-metres that a unit of money is worth, one siting each.
        seconds: for each point.
        seed: of the random numbers.
        steps: area moves for each point instead of ``seconds``.

    A sweep of weights finds the points on the lower hull of the curve; sitings between them need a budget. With no
    siting within the limits the curve is empty.
    """
    found = []
    for weight in weights:
        answer = site(replace(problem, metres_per_money=weight), seconds=seconds, seed=seed, steps=steps)
        if answer is not None:
            found.append(Point(weight, answer))
    found.sort(key=lambda one: (one.money, one.metres))
    kept: list[Point] = []
    for point in found:
        if not kept or point.metres < kept[-1].metres:
            kept.append(point)
    return tuple(kept)


def lower_limit(points: Sequence[Point], money: float) -> float:
    """The highest of all points' lines: pupil-metres that no siting spending ``money`` can go below."""
    return max((point.least_metres(money) for point in points), default=0.0)
