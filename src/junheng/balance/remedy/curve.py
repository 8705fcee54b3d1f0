"""The trade-off curve: what every sum up to the largest that is of use buys, and what one more million does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import numpy as np

from junheng.balance.remedy.budget import SECONDS, Bought, bought_for, enough
from junheng.balance.remedy.plan import actions_of
from junheng.balance.remedy.problem import Changes, Flags, Floats
from junheng.balance.remedy.pupils import in_order
from junheng.balance.remedy.sections import Key, Section
from junheng.programs import Solver

Measure = Literal["schools", "pupils"]
Goods = TypeVar("Goods", bound=Bought)
MILLION = 1e6
STEPS = 10
"""Equal steps from nothing to all that is of use."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a budget buys.

    Attributes:
        budget: yuan that may be spent.
        cost: yuan that are.
        schools, pupils: that then stand in schools that pass, those that pass today among them.
        bound: of what is made large, schools or pupils: no additions within the budget reach more.
    """

    budget: float
    cost: float
    schools: int
    pupils: float
    bound: float

    def to_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("budget", "cost", "schools", "pupils", "bound")}


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Attributes:
    by: what is made large.
    schools, pupils: there are in all, in sections that can be judged.
    enough: yuan for which every school passes that can.
    points: smallest budget first; none below what pinned amounts cost.
    chosen: for the budget asked about; None without one, or when it does not pay for the pinned amounts.
    more: for a million more.
    actions: what to do for the budget asked about, county section by county section.
    left_out: county sections in which some school cannot be judged.
    """

    by: Measure
    schools: int
    pupils: float
    enough: float
    points: tuple[Point, ...]
    chosen: Point | None
    more: Point | None
    actions: Mapping[Key, tuple[Mapping[str, Any], ...]]
    left_out: tuple[Key, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract; keys of sections are lists."""
        return {
            "by": self.by,
            "schools": self.schools,
            "pupils": self.pupils,
            "enough": self.enough,
            "points": [one.to_dict() for one in self.points],
            "chosen": self.chosen.to_dict() if self.chosen else None,
            "one_million_more": self.more.to_dict() if self.more else None,
            "actions": [{"key": list(key), "actions": list(held)} for key, held in self.actions.items()],
            "left_out": [list(key) for key in self.left_out],
        }


def curve(
    parts: Sequence[Section],
    pupils: Mapping[Key, Mapping[str, float]],
    budget: float | None,
    solver: Solver,
    *,
    by: Measure = "pupils",
    steps: int = STEPS,
    seconds: float = SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> Curve:
    """What the budget buys in all sections together, a million more, and every step from nothing to all of use.

    Args:
        parts: county sections with their problems; those without one are left out and named.
        pupils: by county section and school.
        budget: yuan asked about; None: the curve alone.
        solver: of mixed-integer programs.
        by: what is made large.
        steps: points of the curve besides nothing; 0 for none but the budget and a million more.
        seconds: at most, for each point.
        progress: told how many points are done.
    """
    held = [(one.key, one.problem) for one in parts if one.problem is not None]
    problems = [problem for _, problem in held]
    counts = [in_order(problem.schools, pupils[key]) for key, problem in held]
    worth = counts if by == "pupils" else [np.ones(one.size) for one in counts]
    shop = Shop(
        counts,
        enough(problems),
        lambda budgets: bought_for(problems, budgets, worth, solver, seconds=seconds),
        lambda chosen: _actions(held, chosen),
        tuple(one.key for one in parts if one.problem is None),
    )
    return drawn(shop, budget, by=by, steps=steps, progress=progress)


@dataclass(frozen=True, slots=True, eq=False)
class Shop(Generic[Goods]):
    """What is asked for what sums buy.

    Attributes:
        pupils: by section, (n,) of every school.
        enough: yuan for which every school passes that can.
        bought_for: what budgets buy, the smallest first.
        actions: what to do for what was bought, by section.
        left_out: county sections in which some school cannot be judged.
    """

    pupils: Sequence[Floats]
    enough: float
    bought_for: Callable[[Sequence[float]], Iterable[Goods | None]]
    actions: Callable[[Goods], Mapping[Key, tuple[Mapping[str, Any], ...]]]
    left_out: tuple[Key, ...]


def drawn(
    shop: Shop[Goods],
    budget: float | None,
    *,
    by: Measure,
    steps: int,
    progress: Callable[[int, int], None] | None = None,
) -> Curve:
    """The curve of a shop; its arguments are those of ``curve``."""
    most, counts = shop.enough, shop.pupils
    ladder = {most * step / steps for step in range(steps + 1)} if steps else set()
    asked = sorted(ladder if budget is None else {*ladder, budget, budget + MILLION})
    found: dict[float, Goods | None] = {}
    for at, here in enumerate(shop.bought_for(asked)):
        found[asked[at]] = here
        if progress:
            progress(at + 1, len(asked))
    points = {one: _point(one, here, counts) for one, here in found.items() if here is not None}
    chosen = None if budget is None else found[budget]
    return Curve(
        by,
        sum(one.size for one in counts),
        float(sum(one.sum() for one in counts)),
        most,
        tuple(points.values()),
        None if budget is None else points.get(budget),
        None if budget is None else points.get(budget + MILLION),
        {} if chosen is None else shop.actions(chosen),
        shop.left_out,
    )


def _point(budget: float, here: Bought, pupils: Sequence[Floats]) -> Point:
    def total(amounts: Sequence[Floats], which: Sequence[Flags]) -> float:
        return float(sum(one[passes].sum() for one, passes in zip(amounts, which, strict=True)))

    schools = int(sum(one.sum() for one in here.passing))
    return Point(budget, here.cost, schools, total(pupils, here.passing), here.bound)


def _actions(held: Sequence[tuple[Key, Any]], chosen: Bought) -> dict[Key, tuple[Mapping[str, Any], ...]]:
    return {
        key: tuple(one.to_dict() for one in actions_of(problem, Changes.of(added)))
        for (key, problem), added in zip(held, chosen.added, strict=True)
    }
