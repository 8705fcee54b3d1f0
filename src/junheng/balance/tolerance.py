"""Comparing a measured number with a number of the law.

Comparisons are made in full precision. A value that equals its threshold in exact arithmetic, such as 100·357/8500
against 0.85·4.2, may differ from it by a few units in the last place of a binary float; within ``TIE`` (relative) the
two are held to be equal, so ``at_least`` is met and ``below`` is not.
"""

from junheng.policy.standard import Comparison

TIE = 1e-12
"""Relative distance within which two numbers are the same number: far above rounding noise, far below any report."""


def lowered(bound: float) -> float:
    """The smallest value that still counts as equal to the bound."""
    return bound - abs(bound) * TIE


def raised(bound: float) -> float:
    """The largest value that still counts as equal to the bound."""
    return bound + abs(bound) * TIE


def holds(value: float | None, comparison: Comparison, bound: float | None) -> bool | None:
    """Whether the comparison holds; None when either side is not known."""
    if value is None or bound is None:
        return None
    return {
        "at_least": value >= lowered(bound),
        "at_most": value <= raised(bound),
        "below": value < lowered(bound),
        "above": value > raised(bound),
    }[comparison]
