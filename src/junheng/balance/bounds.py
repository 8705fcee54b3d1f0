"""The numbers of a standard that one cell of the flat table (a section in a year) is held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from junheng.policy.parameters import Rules
from junheng.policy.standard import Indicator, Standard
from junheng.policy.years import statistics_day

LATEST = date.max
"""The day used when neither a day nor a year is given: the law as last known."""

Cell = tuple[str, int | None]
"""Section and school year (None: the table has no years)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Threshold, floor and dispersion limit of one indicator in one cell.

    ``tested`` tells a threshold that is not known (None, schools are not judged) from one the standard does not set.
    """

    tested: bool
    threshold: float | None
    floor: float | None
    limit: float | None


def rules_for(standard: Standard, year: int | None, day: date | None) -> Rules:
    """The parameters of the given day, else of the statistics day of the year, else as last known."""
    return standard.rules(day or (LATEST if year is None else statistics_day(year)))


def bounds_of(standard: Standard, indicator: Indicator, section: str, rules: Rules) -> Bounds:
    """The floor is multiplied out in decimals, so 85 % of 4.2 is 3.57 and nothing else."""
    threshold = _decimal(rules, indicator.threshold.get(section))
    share = _decimal(rules, standard.school_rule.floor if standard.school_rule else None)
    floor = None if threshold is None or share is None else _floor(threshold, share, indicator)
    limit = _decimal(rules, indicator.limit.get(section))
    return Bounds(section in indicator.threshold, _float(threshold), _float(floor), _float(limit))


def all_bounds(standard: Standard, cells: Iterable[Cell], day: date | None) -> Mapping[str, Mapping[Cell, Bounds]]:
    """Indicator id -> cell -> bounds."""
    rules = {cell: rules_for(standard, cell[1], day) for cell in cells}
    return {
        indicator.id: {cell: bounds_of(standard, indicator, cell[0], held) for cell, held in rules.items()}
        for indicator in standard.indicators
    }


def _floor(threshold: Decimal, share: Decimal, indicator: Indicator) -> Decimal:
    """Where less is better, 85 % of the requirement means at most threshold / 0.85."""
    return threshold * share if indicator.better == "higher" else threshold / share


def _decimal(rules: Rules, parameter: str | None) -> Decimal | None:
    return None if parameter is None else rules.decimal(parameter)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
