"""What the standard asks of a school, turned into quantities: the ruler the synthetic resources are drawn against."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from junheng.demo.calibration import YEARS
from junheng.policy import load_standard
from junheng.policy.parameters import Rules
from junheng.policy.years import statistics_day

STANDARD = "jiaodu-2017-6"
STAFF = ("L1", "L2", "L3")
SHARED = ("L4", "L5", "L6", "L7")
"""Indicators of staff, counted by section, and of what the sections of a school share."""


@dataclass(frozen=True, slots=True)
class Need:
    """The standard's numbers of one school year, as floats by the standard's own names."""

    rules: Rules
    per: Mapping[str, float]
    split: Mapping[str, Mapping[str, str]]

    def __getitem__(self, name: str) -> float:
        value = self.rules.number(name)
        if value is None:
            raise KeyError(f"the synthetic city needs a number for {name}")
        return value

    def staff(self, indicator: str, section: str, pupils: int) -> float:
        """People a section needs to just meet an indicator."""
        return self[f"{indicator}.{section}"] * pupils / self.per[indicator]

    def shared(self, indicator: str, pupils: Mapping[str, int]) -> float:
        """The quantity with which every judged section of a school just meets an indicator after splitting."""
        weights = self._weights(tuple(pupils))
        weighted = sum(weights[section] * count for section, count in pupils.items())
        per_weighted = max(self[f"{indicator}.{section}"] / weights[section] for section in pupils if section in JUDGED)
        return per_weighted * weighted / self.per[indicator]

    def _weights(self, sections: tuple[str, ...]) -> Mapping[str, float]:
        named = self.split.get("+".join(sections))
        return {section: self[named[section]] for section in sections} if named else dict.fromkeys(sections, 1.0)

    def rooms(self, classes: int) -> int:
        """Music rooms, and art rooms, for a number of classes."""
        return math.ceil(classes / self["G3.per_classes"])


JUDGED = ("primary", "junior")


@cache
def need(year: int = YEARS[-1]) -> Need:
    standard = load_standard(STANDARD)
    return Need(
        rules=standard.rules(statistics_day(year)),
        per={indicator.id: indicator.per for indicator in standard.indicators},
        split=standard.split,
    )
