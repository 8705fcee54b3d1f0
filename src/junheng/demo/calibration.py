"""The published totals that the synthetic city is held to, and the assumed ones beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml

YEARS = (2023, 2024, 2025)
"""The school years of the synthetic city, by the autumn in which they begin."""

ByYear = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """City totals by section and year; ``official`` holds only what was published, the others are complete."""

    pupils: Mapping[str, Mapping[int, int]]
    schools: Mapping[str, Mapping[int, int]]
    class_size: Mapping[str, ByYear]
    city_population_10k: ByYear
    population_shares: Mapping[str, float]
    kinds: Mapping[str, int]
    official: Mapping[str, Any]


@cache
def calibration() -> Calibration:
    """``data/calibration.yaml``."""
    raw = own_yaml("junheng.demo", "data/calibration.yaml")
    official, assumed = raw["official"], raw["assumed"]
    by_section = {
        name: {section: {**years, **assumed[name][section]} for section, years in official[name].items()}
        for name in ("pupils", "schools", "class_size")
    }
    people = official["population_10k"]
    return Calibration(
        **by_section,
        city_population_10k={**official["city_population_10k"], **assumed["city_population_10k"]},
        population_shares={county: value / sum(people.values()) for county, value in people.items()},
        kinds=assumed["kinds"],
        official=official,
    )
