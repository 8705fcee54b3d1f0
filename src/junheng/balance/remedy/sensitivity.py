"""How far cost and bound move when pupils or unit costs are other than thought."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import narwhals as nw

from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.applied import applied
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.plan import Plan
from junheng.balance.remedy.sections import Distances, Shares
from junheng.balance.remedy.service import remedy

PUPILS = "pupils"


@dataclass(frozen=True, slots=True)
class Varied:
    """The plans with one thing changed.

    Attributes:
        what: ``pupils``, the indicator whose unit cost is changed, or the means and the name of a way (``train L1``).
        factor: it is multiplied by.
        plans: in the order of the table.
    """

    what: str
    factor: float
    plans: tuple[Plan, ...]

    def to_dict(self) -> dict[str, Any]:
        """Cost and bound of all plans together; none while one of them has none."""
        return {"what": self.what, "factor": self.factor, **together(self.plans)}


def together(plans: tuple[Plan, ...]) -> dict[str, float | None]:
    """``cost`` and ``bound`` in yuan; None where some section has none."""
    return {"cost": whole_sum(one.cost for one in plans), "bound": whole_sum(one.bound for one in plans)}


def whole_sum(given: Iterable[float | None]) -> float | None:
    """Yuan of all amounts; None while one of them is not known."""
    amounts = list(given)
    known = [one for one in amounts if one is not None]
    return round(sum(known), 2) if len(known) == len(amounts) else None


def sensitivity(
    evaluation: Evaluation,
    costs: Costs,
    *,
    by: float = 0.1,
    distances: Distances | None = None,
    shares: Shares | None = None,
    seconds: float = 5.0,
    fast: bool = True,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Varied, ...]:
    """The plans with every school's pupils, then every unit cost, lower and higher by the share ``by``.

    Args:
        evaluation: of the flat table.
        costs: unit costs and limits.
        by: share up and down.
        distances, shares: as for ``remedy``.
        seconds: for each county section.
        fast: the fast method, whose gap is proven but not closed.
        progress: told how many variants are done.
    """
    several, found = 2 * (1 + len(costs.add) + len(costs.ways)), []
    for what, factor, table, prices in _variants(evaluation, costs, (1 - by, 1 + by)):
        answer = remedy(table, prices, distances=distances, shares=shares, seconds=seconds, fast=fast)
        found.append(Varied(what, factor, answer.plans))
        progress(len(found), several)
    return tuple(found)


def _variants(
    evaluation: Evaluation, costs: Costs, factors: tuple[float, float]
) -> Iterator[tuple[str, float, Evaluation, Costs]]:
    for factor in factors:
        yield PUPILS, factor, with_pupils(evaluation, factor), costs
    for id_, price in costs.add.items():
        for factor in factors:
            yield id_, factor, evaluation, replace(costs, add={**costs.add, id_: factor * price})
    for at, way in enumerate(costs.ways):
        for factor in factors:
            dearer = replace(way, cost=factor * way.cost)
            ways = (*costs.ways[:at], dearer, *costs.ways[at + 1 :])
            yield f"{way.means} {way.name}", factor, evaluation, replace(costs, ways=ways)


def with_pupils(evaluation: Evaluation, factor: float) -> Evaluation:
    """The verdict on the same schools with ``factor`` times the pupils in each."""
    below = {name for one in evaluation.standard.indicators for name in one.denominator}
    table = nw.from_native(applied(evaluation, ()))
    more = table.with_columns(*(nw.col(name) * factor for name in sorted(below)))
    return evaluate(more.to_native(), evaluation.standard, day=evaluation.day)
