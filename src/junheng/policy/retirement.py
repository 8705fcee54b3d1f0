"""When people retire: the ages of the law, raised step by step from 2025 on, as of one day.

Source: 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.dated import built_in, in_force, numbers_in_force
from junheng.policy.parameters import Parameter, Value

_FILE = "teachers/ahead"
LINES = ("male", "professional", "worker")
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the law. ``base``: original age in months; from the month ``since`` on, a month is added for every
    ``every`` months, until ``most`` are added; None before the raise.

    Months are counted from January of year 0.
    """

    base: int
    since: int | None = None
    every: int = 1
    most: int = 0

    def month(self, birth: int) -> int:
        """The month of retirement of those born in a month."""
        original = birth + self.base
        if self.since is None or original < self.since:
            return original
        return original + min((original - self.since) // self.every + 1, self.most)


@dataclass(frozen=True, slots=True)
class RetirementLaw:
    """``lines`` by kind: male, and of women professional, senior, worker. ``leaving``: share a year of those who leave
    but do not retire, None where not known. ``values``: every number by its parameter."""

    lines: Mapping[str, Line]
    leaving: float | None
    values: Mapping[str, float | None]


def month_of(day: date) -> int:
    """The number of the month of a day."""
    return day.year * MONTHS + day.month - 1


def retirement_parameters() -> Mapping[str, Parameter]:
    """The parameters by id."""
    return built_in(_FILE)


def retirement_law(day: date, own: Mapping[str, Value | float] | None = None) -> RetirementLaw:
    """The law in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, a step is 0, or an original age is not known on that day.
    """
    held = numbers_in_force(retirement_parameters(), day, own)
    rules = in_force(retirement_parameters(), day, own)
    lines = {}
    for one in LINES:
        base, every, final = held.known(f"base.{one}"), held.divisor(f"every.{one}"), held[f"final.{one}"]
        since = rules.since(f"every.{one}")
        if since is None or every is None or final is None:
            lines[one] = Line(_months(base))
        else:
            lines[one] = Line(_months(base), month_of(since), int(every), max(0, _months(final - base)))
    male, senior = lines["male"], held["base.senior"]
    lines["senior"] = (
        lines["professional"] if senior is None else Line(_months(senior), male.since, male.every, male.most)
    )
    leaving = held["leaving.rate"]
    if leaving is not None and leaving > 100:  # noqa: PLR2004 - per cent
        raise ValueError(f"leaving.rate: 大于 100 above 100: {leaving}")
    return RetirementLaw(lines, None if leaving is None else leaving / 100, held.values)


def _months(years: float) -> int:
    return round(years * MONTHS)
