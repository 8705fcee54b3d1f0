"""The smallest set of demands that cannot be kept together, by a deletion filter.

Reference: J. W. Chinneck, Feasibility and Infeasibility in Optimization, Springer 2008, ch. 6.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

Demand = TypeVar("Demand")


def smallest_clash(demands: Sequence[Demand], fails: Callable[[list[Demand]], bool]) -> list[Demand]:
    """What is left when every demand that the failure does not need is left out, one after the other.

    Args:
        demands: that fail together; those to be left out first come first.
        fails: whether these demands alone cannot be kept.

    Without any one of the demands returned the rest no longer fails, if leaving demands out never makes it fail.
    """
    kept = list(demands)
    for one in demands:
        rest = [other for other in kept if other is not one]
        if fails(rest):
            kept = rest
    return kept
