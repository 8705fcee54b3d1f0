"""Results whose numbers are not shown: known to the city, hidden from the public, and never taken for not reported."""

from dataclasses import dataclass
from typing import Any

from junheng.balance.model import IndicatorResult, SchoolResult
from junheng.publish.table import SUPPRESSED


@dataclass(frozen=True, slots=True)
class HiddenSchool(SchoolResult):
    """A school section without its pupils and values; what is met, the verdict and the reason stay."""

    suppressed: bool = True


@dataclass(frozen=True, slots=True)
class HiddenIndicator(IndicatorResult):
    """An indicator of a section without mean and dispersion; whether the limit holds stays."""

    suppressed: bool = True


def hidden(result: object) -> bool:
    return isinstance(result, HiddenSchool | HiddenIndicator)


def cell(result: object, value: Any) -> Any:
    """The value as a table holds it: suppressed when the result is hidden."""
    return SUPPRESSED if hidden(result) else value
