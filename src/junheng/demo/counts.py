"""How many schools of each kind each area has."""

from collections.abc import Mapping

from junheng.demo.calibration import YEARS, Calibration, calibration
from junheng.demo.dice import shares_out
from junheng.demo.profiles import Profile, profiles

MINIMUM = {"primary": 2, "junior": 1, "nine_year": 1, "special": 1}
"""However small the city is drawn, every area keeps these."""


def school_counts(scale: float) -> Mapping[str, Mapping[str, int]]:
    """Kind -> managing body -> schools in the last year, of a city drawn at ``scale``."""
    goal = calibration()
    areas = profiles()
    totals = _totals(goal, scale)
    return {
        kind: dict(
            zip(areas, _at_least(MINIMUM.get(kind, 0), shares_out(total, _weights(kind, goal, areas))), strict=True)
        )
        for kind, total in totals.items()
    }


def openings(section: str, scale: float) -> Mapping[int, int]:
    """Schools that open in a year after the first."""
    by_year = {year: round(calibration().schools[section][year] * scale) for year in YEARS}
    return {year: max(0, by_year[year] - by_year[year - 1]) for year in YEARS[1:]}


def _totals(goal: Calibration, scale: float) -> dict[str, int]:
    last = YEARS[-1]
    kinds = {kind: max(1, round(count * scale)) for kind, count in goal.kinds.items()}
    return {
        "primary": round(goal.schools["primary"][last] * scale),
        "junior": round(goal.schools["junior"][last] * scale) - kinds["nine_year"],
        **kinds,
        "special": len(goal.population_shares),
    }


def _weights(kind: str, goal: Calibration, areas: Mapping[str, Profile]) -> list[float]:
    if kind == "special":
        return [1.0] * len(areas)
    if kind in {"point", "small_point"}:
        return [goal.population_shares[county] * area.villages for county, area in areas.items()]
    return [goal.population_shares[county] / area.size for county, area in areas.items()]


def _at_least(minimum: int, counts: list[int]) -> list[int]:
    """Raise what lies below the minimum, taking from the largest while it has any to give."""
    raised = list(counts)
    for at, count in enumerate(counts):
        for _ in range(minimum - count):
            largest = max(range(len(raised)), key=lambda one: raised[one])
            raised[largest] -= raised[largest] > minimum
            raised[at] += 1
    return raised
