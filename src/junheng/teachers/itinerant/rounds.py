"""Rounds of one day: from the own school to some others and back, the shortest way."""

from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from junheng.policy.itinerant_rules import ItinerantRules


@dataclass(frozen=True, slots=True)
class Round:
    """``stops``: schools in the order of the way; ``km`` there and back."""

    stops: tuple[int, ...]
    km: float


def rounds(base: int, to: list[int], km: NDArray[np.float64], rules: ItinerantRules) -> list[Round]:
    """Every set of schools that a day's round may serve, at most ``rules.stops`` of them, within ``rules.km``."""
    found = []
    others = [one for one in to if one != base and np.isfinite(km[base, one])]
    for many in range(1, rules.stops + 1):
        for chosen in combinations(others, many):
            way = min((Round(one, _km(base, one, km)) for one in permutations(chosen)), key=lambda one: one.km)
            if np.isfinite(way.km) and (rules.km is None or way.km <= rules.km):
                found.append(way)
    return found


def _km(base: int, stops: tuple[int, ...], km: NDArray[np.float64]) -> float:
    legs = zip((base, *stops), (*stops, base), strict=True)
    return float(sum(km[one, other] for one, other in legs))
