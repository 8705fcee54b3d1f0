"""A lower bound for sections that share quantities, from one of each section by itself.

What is shared is paid once, so its price is shared out among the sections: with any split, the bounds of the sections
at their parts of the prices add up to one for all of them (Lagrangean decomposition).

Reference: M. Guignard, S. Kim, Lagrangean decomposition, Mathematical Programming 39 (1987).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from junheng.balance.remedy.problem import Floats, Ints, Problem
from junheng.balance.remedy.relaxed import relaxed

NEXT_TO_NOTHING = 1e-6
"""Part of a price that stays where another section bears it."""


def together(problems: Sequence[Problem], links: Ints, alone: Sequence[float], goal: float) -> float:
    """Yuan below which no plans of the sections together cost; zero for those in which teachers may move.

    Args:
        problems: of the sections.
        links: (k, 5) of what they share, as ``links_of`` gives them.
        alone: the bound of each section at its full prices; infinite where it has no plan.
        goal: relative gap that is aimed at.
    """
    if np.inf in alone:
        return float("inf")
    still = [not one.movable.any() for one in problems]
    whole = [bound if sure else 0.0 for bound, sure in zip(alone, still, strict=True)]
    if not links.size:
        return sum(whole)
    found = max(whole)
    for parts in _splits(problems, links):
        priced = [replace(one, add=one.add * part) for one, part in zip(problems, parts, strict=True)]
        found = max(found, sum(relaxed(one, goal).bound for one, sure in zip(priced, still, strict=True) if sure))
    return found


def _splits(problems: Sequence[Problem], links: Ints) -> Iterator[list[Floats]]:
    """(m,) for each section, the part of every price it bears: all in turn, then alike."""
    sharing = np.zeros((len(problems), len(problems[0].indicators)), bool)
    sharing[links[:, 0], links[:, 4]] = sharing[links[:, 2], links[:, 4]] = True
    alike = np.where(sharing, 1.0 / np.maximum(sharing.sum(axis=0), 1), 1.0)
    for turn in range(len(problems)):
        mine = np.arange(len(problems))[:, None] == turn
        first = np.where(mine, 1.0 - NEXT_TO_NOTHING * len(problems), NEXT_TO_NOTHING)
        yield list(np.where(sharing & sharing[turn], first, alike))
    yield list(alike)
