"""How one value of one school stands in the heat table: met, near (at the floor or above), below, or none."""

from collections.abc import Callable, Mapping
from typing import Literal

from junheng.balance.model import SchoolResult
from junheng.policy.standard import Indicator, Standard
from junheng.policy.years import statistics_day
from junheng.publish.disclosure_marks import hidden

Mark = Literal["met", "near", "below", "none", "free", "secret"]
"""``free``: the standard sets no threshold for a school here, only for the dispersion; ``secret``: not shown."""

Floor = Callable[[SchoolResult, Indicator], Mark]


def marking(standard: Standard, year: int) -> Floor:
    """The function that marks the results of one school year under one standard."""
    rules = standard.rules(statistics_day(year))
    floor = rules.number(standard.school_rule.floor) if standard.school_rule else None
    thresholds: dict[tuple[str, str], float | None] = {
        (indicator.id, section): rules.number(name)
        for indicator in standard.indicators
        for section, name in indicator.threshold.items()
    }

    def mark(school: SchoolResult, indicator: Indicator) -> Mark:
        if hidden(school):
            return "secret"
        key = (indicator.id, school.section)
        value, met = school.values.get(indicator.id), school.met.get(indicator.id)
        if key not in thresholds:
            return "free"
        if value is None or met is None:
            return "none"
        return "met" if met else _short(value, thresholds[key], floor, indicator)

    return mark


def _short(value: float, threshold: float | None, floor: float | None, indicator: Indicator) -> Mark:
    if threshold is None or floor is None:
        return "below"
    near = value >= floor * threshold if indicator.better == "higher" else value * floor <= threshold
    return "near" if near else "below"


def marks(school: SchoolResult, standard: Standard, mark: Floor) -> Mapping[str, Mark]:
    """The marks of one school section by indicator."""
    return {indicator.id: mark(school, indicator) for indicator in standard.indicators}
