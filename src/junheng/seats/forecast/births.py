"""From births to the first grade: how many of those born come to school ``lag`` years later, and births still to come.

``lag`` is the age of entry, six by law: ``junheng.policy.seat_norms``.
"""

from collections.abc import Mapping

import numpy as np

from junheng.seats.forecast.panel import Numbers


def entry_ratio(births: Mapping[int, float], entrants: Mapping[int, float], *, lag: int) -> float:
    """First-grade entrants over those born ``lag`` years before, of all years where both are known.

    Above 1 where families move in, below 1 where they move out.

    Raises:
        ValueError: no year has both.
    """
    years = [year for year in entrants if year - lag in births]
    born = sum(births[year - lag] for year in years)
    if not born > 0:
        raise ValueError(f"没有相隔 {lag} 年的出生与入学数 no births {lag} years before any entrants")
    return sum(entrants[year] for year in years) / born


def entrants_ahead(births: Mapping[int, float], ratio: float, *, lag: int) -> dict[int, float]:
    """Entrants of every year whose births are known."""
    return {year + lag: born * ratio for year, born in sorted(births.items())}


def births_by_scenario(last: float, changes: Mapping[str, float], years: int) -> dict[str, Numbers]:
    """Births of the coming years by scenario: the last number, changing by a share each year (−0.03 = 3 % fewer)."""
    if last < 0 or any(change <= -1 for change in changes.values()):
        raise ValueError("births are not below 0, and no year loses all of them")
    steps = np.arange(1, years + 1, dtype=np.float64)
    return {name: np.asarray(last * (1 + change) ** steps, dtype=np.float64) for name, change in changes.items()}
