"""Whether a group of hidden schools stays open against somebody who solves for them.

He knows everything that is shown, the pupils of every school but the hidden ones, how many pupils are hidden together
(the official forms give the sum of a section), and which of the hidden schools are the small ones. Values and pupils
are not negative and pupils, teachers and rooms are whole. What he knows beyond that is not met here; the limits are
told in ``docs/concepts``.
"""

from collections.abc import Collection, Sequence
from math import fsum, sqrt

from junheng.balance.model import SchoolResult
from junheng.policy.small_cells import Disclosure
from junheng.policy.standard import Indicator, Standard

Section = tuple[str, str]
"""The code of a county or a school, and a section."""


def key(one: SchoolResult) -> Section:
    """School code and section."""
    return (one.school_code, one.section)


def safe(group: Sequence[SchoolResult], small: Collection[Section], standard: Standard, parameters: Disclosure) -> bool:
    """Whether mean, dispersion and the sum of the pupils leave every small school open when only this group is
    unknown."""
    if len(group) < parameters.hidden_together or not pupils_open(group, small, parameters):
        return False
    return all(_open(group, one, small, parameters) for one in standard.indicators if one.id in group[0].values)


def pupils_open(group: Sequence[SchoolResult], small: Collection[Section], parameters: Disclosure) -> bool:
    """Whether the pupils of each small school may be any of more whole numbers than a suppressed count may.

    All pupils of the group are known together; a small school has fewer than ``least_pupils`` and at least one, one
    that is hidden beside it at least ``least_pupils``.
    """
    whole = fsum(one.pupils or 0.0 for one in group)
    return all(
        high - low >= parameters.small_count
        for one in group
        if key(one) in small
        for low, high in (_pupils(one, group, small, whole, parameters.least_pupils),)
    )


def _pupils(
    one: SchoolResult, group: Sequence[SchoolResult], small: Collection[Section], whole: float, least: int
) -> tuple[float, float]:
    others = [each for each in group if each is not one]
    tiny = [each for each in others if key(each) in small and (each.pupils or 0) < least]
    rest = len(others) - len(tiny)
    top = float(least - 1) if (one.pupils or 0) < least else whole
    high = min(top, whole - len(tiny) - least * rest)
    return (1.0 if rest else max(1.0, whole - (least - 1) * len(tiny)), high)


def _open(
    group: Sequence[SchoolResult], indicator: Indicator, small: Collection[Section], parameters: Disclosure
) -> bool:
    """Whether each small school's value may lie anywhere in a wide enough interval.

    The values that fit mean and dispersion are a sphere in a plane: with weights w (W in all), mean m and squares
    S = Σw(v−m)², a value may be anything in m ± √(S·(W−w)/(W·w)), and, as none is negative, in [0, W·m/w]. Wide enough
    is ``open_share`` of the value to both sides, and, where whole things are counted, one more and one fewer.
    """
    held = [(one, v, one.pupils or 0.0) for one in group if (v := one.values.get(indicator.id)) is not None]
    if not held:
        return True
    total = fsum(weight for _one, _value, weight in held)
    if len(held) < parameters.hidden_together or not total:
        return False
    mean = fsum(weight * value for _one, value, weight in held) / total
    squares = fsum(weight * (value - mean) ** 2 for _one, value, weight in held)
    for one, value, weight in held:
        if key(one) in small and weight:
            reach = sqrt(squares * (total - weight) / (total * weight))
            low, high = max(mean - reach, 0.0), min(mean + reach, total * mean / weight)
            if not squares or high - low < 2 * max(parameters.open_share * abs(value), _step(indicator, weight)):
                return False
    return True


def _step(indicator: Indicator, pupils: float) -> float:
    """How much one more teacher or room changes the value; nothing where areas or money are measured."""
    return indicator.per / pupils if indicator.per > 1 else 0.0
