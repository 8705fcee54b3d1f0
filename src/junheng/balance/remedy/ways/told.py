"""The plans of a county by several ways as what is to be done at which school."""

from collections.abc import Iterator

import numpy as np

from junheng.balance.remedy.plan import Action, moves_of, ordered
from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.ways.county import County, Plans
from junheng.balance.remedy.ways.way import NAMED


def actions_by_ways(county: County, plans: Plans, shares: list[Floats | None]) -> list[tuple[Action, ...]]:
    """The actions of every section; of a way that counts for several indicators one action each.

    What a school's sections share is told section by section: each has its share of the amount. What is done for a
    whole school is paid by their shares too.

    Args:
        county: the sections.
        plans: theirs.
        shares: (n, m) for each section, how much of one unit counts in it; None: all of it.
    """
    found: list[list[Action]] = [[] for _ in plans]
    for section in range(len(plans)):
        for at, one in _done(county, plans, shares, section):
            found[at].append(one)
    for section, plan in enumerate(plans):
        still = Changes(np.zeros_like(plan.changes.added), plan.changes.moves, plan.changes.moved)
        found[section] += moves_of(county.parts[section].problem, still)
    return [ordered(one.problem, held) for one, held in zip(county.parts, found, strict=True)]


def _done(county: County, plans: Plans, shares: list[Floats | None], section: int) -> Iterator[tuple[int, Action]]:
    """What a section pays for, with the section that each action is told in."""
    levers, amounts = county.parts[section], plans[section].amounts
    money = levers.yuan(amounts)
    for school, at in np.argwhere((amounts > 0) & county.paid[section]).tolist():
        way, paid = levers.ways[at], float(money[school, at])
        kind = way.name if way.means in NAMED else None
        for id_, each in way.counts.items():
            indicator = levers.problem.indicators.index(id_)
            spots = county.spots.get((section, school, indicator), ((section, school),))
            parts = [_share(shares[one], there, indicator) for one, there in spots]
            whole = bool(county.whole[section][school, at])
            bears = parts if whole else [float(one == section) for one, _ in spots]
            yuan = _split(paid, bears)
            for (one, there), part, cost in zip(spots, parts, yuan, strict=True):
                code = county.parts[one].problem.schools[there]
                amount = float(amounts[school, at]) * each * part
                amount = round(amount, 6) if part == 1.0 else amount
                yield one, Action(code, id_, way.means, amount, cost, kind=kind)
            paid = 0.0


def _share(shares: Floats | None, school: int, indicator: int) -> float:
    return 1.0 if shares is None else float(shares[school, indicator])


def _split(yuan: float, parts: list[float]) -> list[float]:
    """Yuan shared out to the fen."""
    found = [round(yuan * one / sum(parts), 2) for one in parts[1:]]
    return [round(yuan - sum(found), 2), *found]
