"""The cheapest additions and moves of one indicator within reach, for demands that are settled.

First the demands alone. Where the dispersion is too large after that, its price is looked for by halves: a square is
worth so many yuan that the cheapest flow just keeps the limit. Around the total found, the least number of steps is
then worked out total by total, since additions are dear and whole. What units are worth at the prices met is kept: it
proves how much any plan costs.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from junheng.balance.remedy.flows import Flow, LateError, Prices
from junheng.balance.remedy.problem import Floats, Problem
from junheng.balance.remedy.worth import FAR, Worth, worth

HALVINGS = 8
LEAST_PRICE = 1e-4
"""Of a step, in thresholds; below it, and above zero, none is tried."""
FEWEST = Prices(1.0, 0.0, 0.0)
"""At which as few are added as the demands of the schools allow."""
NARROWER = 0.6
STRIDES = (-64, -16, -4)
"""In which totals are lowered while that is cheaper, before they are tried one by one."""
PATIENCE, FARTHEST = 3, 20
"""Totals one after the other that are no better before no more are tried; and that keep no limit, upwards."""


@dataclass(eq=False)
class Column:
    """One indicator under settled demands ``low`` (n,).

    ``best`` is the cheapest flow, None where none is found; ``flow`` is how far it came by the moment ``until``.
    """

    problem: Problem
    at: int
    low: Floats
    until: float = np.inf
    worths: list[Worth] = field(default_factory=list)
    best: Flow | None = None
    tried: set[float] = field(default_factory=set)
    step: float = 0.0
    """Price of a step at which the limit was just kept, in thresholds."""

    def __post_init__(self) -> None:
        self.flow = Flow(self.problem, self.at, self.low, self.until)
        try:
            self._settle(self.flow)
        except LateError:
            return

    def _settle(self, flow: Flow) -> None:
        add, move = float(self.problem.add[self.at]), float(self.problem.move[self.at])
        prices = Prices(1.0, move / add, 0.0)
        flow.cheapest(prices)
        if (flow.owed > 0).any():
            return
        self._noted(flow, prices)
        best = flow if flow.over() <= 0 else self._kept(flow, add, move)
        self.best = None if best is None or best.total > self.problem.county_most[self.at] else best

    def cost(self, flow: Flow) -> float:
        return float(self.problem.add[self.at] * flow.total + self.problem.move[self.at] * flow.moved)

    def _kept(self, flow: Flow, add: float, move: float) -> Flow | None:
        """The cheapest flow that keeps the limit; None where none does."""
        spread = float(self.problem.spread[self.at])

        def prices(rate: float) -> Prices:
            return Prices(add * rate - spread * flow.mean(), move * rate)

        self.step = widest = float(np.ptp(flow.value))
        rate = widest / move
        while flow.over() > 0:
            rate /= 2
            if move * rate < LEAST_PRICE:
                return self._climbed(flow)
            flow.cheapest(prices(rate))
        good, under, above = flow.copy(), rate, 2 * rate
        for _ in range(HALVINGS):
            rate = (under + above) / 2
            flow.cheapest(prices(rate))
            if flow.over() > 0:
                above = rate
            else:
                good, under = flow.copy(), rate
        self.step = move * under
        flow = good.copy()
        flow.cheapest(prices(under))
        self._noted(flow, prices(under))
        return self._climbed(good)

    def _climbed(self, start: Flow) -> Flow | None:
        """The best flow of the totals about that of the ``start``, with no more steps than each of them needs."""
        best = self.at_total(start, start.total)
        for turn in (*STRIDES, 1, -1):
            total, missed = (best or start).total, 0
            patience = 1 if abs(turn) > 1 else FARTHEST if best is None and turn > 0 else PATIENCE
            while missed < patience:
                total += turn
                other = self.at_total(best or start, total)
                better = other is not None and (best is None or self.cost(other) < self.cost(best))
                best, missed = (other, 0) if better else (best, missed + 1)
        return best

    def at_total(self, start: Flow, total: float) -> Flow | None:
        """So many added in all and as few steps as keep the limit; None where none are found, ``LateError`` in time."""
        self.tried.add(total)
        flow, step = start.copy(), max(self.step, LEAST_PRICE)
        if not flow.shifted(Prices(np.inf, step), total):
            flow.cheapest(FEWEST)
            self._noted(flow, FEWEST)
            return None
        flow.cheapest(Prices(np.inf, step))
        while flow.over() > 0:
            if step == 0:
                self._noted(flow, Prices(np.inf, step))
                return None
            step = step * NARROWER if step > LEAST_PRICE else 0.0
            flow.cheapest(Prices(np.inf, step))
        return self._fewest(flow, max(step, LEAST_PRICE))

    def _fewest(self, flow: Flow, step: float) -> Flow:
        """As few steps as keep the limit, with as many additions as the flow that keeps it at this price of a step."""
        good, widest = flow, float(np.ptp(flow.value))
        while flow.over() <= 0:
            good = flow.copy()
            if step > widest:
                flow.cheapest(Prices(np.inf, 1.0, 0.0))
                self._noted(flow, Prices(np.inf, 1.0, 0.0))
                return good
            step /= NARROWER
            flow.cheapest(Prices(np.inf, step))
        under, above = step * NARROWER, step
        for _ in range(HALVINGS):
            middle = (under + above) / 2
            trial = flow.copy()
            trial.cheapest(Prices(np.inf, middle))
            if trial.over() > 0:
                flow, above = trial, middle
            else:
                good, under = trial, middle
        self._noted(good, Prices(np.inf, under))
        while flow.over() > 0 and flow.improved(Prices(np.inf, under)):
            pass
        return flow if flow.over() <= 0 and flow.moved <= good.moved else good

    def _noted(self, flow: Flow, prices: Prices) -> None:
        """What units are worth in a flow that nothing makes cheaper; an infinite price of additions becomes that at
        which there are as many."""
        if np.isinf(prices.added):
            prices = replace(prices, added=_between(flow, prices))
        self.worths.append(worth(flow, prices))


def _between(flow: Flow, prices: Prices) -> float:
    """The price of additions between that of the last one and that of the next."""
    last = flow.distances(prices).source
    more = flow.distances(replace(prices, added=0.0), begin=False).at + flow.ends(prices)
    both = np.array([last, -float(more.min())])
    known = both[np.isfinite(both)]
    return float(known.mean()) if known.size else FAR
