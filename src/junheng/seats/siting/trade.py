"""How much way a unit of money buys, and how much each further new site: sitings in a row, each with its bound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from junheng.seats.siting.door import site
from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.reasons import Names, Unsited


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
    names: Names | None = None,
) -> tuple[Point, ...] | Unsited:
    """The curve between money and way: one siting per weight, cheapest first, dominated points left out.

    Args:
        problem: the siting; its own weight is not read.
        weights: pupil-metres that a unit of money is worth, one siting each.
        seconds: for each point.
        seed: of the random numbers.
        steps: area moves for each point instead of ``seconds``.
        names: of areas and sites, for the reason.

    A sweep of weights finds the points on the lower hull of the curve; sitings between them need a budget. The limits
    are the same at every weight: where they cannot be kept together there is a reason instead of a curve.
    """
    found = []
    for weight in weights:
        asked = replace(problem, metres_per_money=weight)
        answer = site(asked, seconds=seconds, seed=seed, steps=steps, names=names)
        if isinstance(answer, Unsited):
            return answer
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


@dataclass(frozen=True)
class Step:
    """One number of new sites: the siting found with at most so many, or why there is none."""

    at_most: int
    answer: SitingPlan | Unsited


def by_number(
    problem: SitingProblem,
    most: int,
    *,
    seconds: float = 10.0,
    seed: int = 0,
    steps: int | None = None,
    names: Names | None = None,
    begun: Callable[[int], None] | None = None,
) -> tuple[Step, ...]:
    """The curve of what each further new site brings: one siting for each number from 0 to ``most``.

    Args:
        problem: the siting; its own number is not read.
        most: new sites at most.
        seconds: for each number.
        seed: of the random numbers.
        steps: area moves for each number instead of ``seconds``.
        names: of areas and sites, for reasons.
        begun: told each number before it is solved for; what it raises ends the curve.

    A siting with fewer sites is one with more allowed too: where the search with more finds no better one, the earlier
    siting stands. What bounds every siting with more sites bounds those with fewer. Neither objective nor bound
    therefore ever rises.
    """
    found: list[Step] = []
    for number in range(most + 1):
        if begun is not None:
            begun(number)
        asked = replace(problem, at_most=number)
        answer = site(asked, seconds=seconds, seed=seed, steps=steps, names=names)
        before = found[-1].answer if found else None
        if isinstance(before, SitingPlan) and (isinstance(answer, Unsited) or before.objective < answer.objective):
            answer = _carried(before, answer)
        found.append(Step(number, answer))
    return _lifted(found)


def _lifted(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Each bound is at least that of any number above it."""
    best, found = 0.0, []
    for step in reversed(steps):
        answer = step.answer
        if isinstance(answer, SitingPlan):
            best = min(max(best, answer.bound), answer.objective)
            answer = replace(answer, bound=best)
        found.append(replace(step, answer=answer))
    return tuple(reversed(found))


def _carried(before: SitingPlan, answer: SitingPlan | Unsited) -> SitingPlan:
    """The earlier siting with the bound of the later, looser question."""
    if isinstance(answer, Unsited):
        return replace(before, bound=0.0, plan=replace(before.plan, bound=0.0))
    plan = replace(before.plan, bound=min(answer.plan.bound, before.plan.objective))
    return replace(before, bound=min(answer.bound, before.objective), plan=plan)
