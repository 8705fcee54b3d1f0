"""One county over the years: means, dispersions and states, year on year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from junheng.balance.model import CityVerdict, CountyVerdict, State


@dataclass(frozen=True, slots=True)
class Step:
    """One number in one year, and its change since the year before (None: either is not known)."""

    year: int
    value: float | None
    change: float | None


@dataclass(frozen=True, slots=True)
class IndicatorTrend:
    """Mean and dispersion of one indicator in one section, oldest year first."""

    section: str
    indicator: str
    means: tuple[Step, ...]
    dispersions: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CountyTrend:
    """A county over the years it has a verdict for; ``states`` and ``domains`` by year."""

    county_code: str
    indicators: tuple[IndicatorTrend, ...]
    states: Mapping[int, State]
    domains: Mapping[int, Mapping[str, State]]

    @property
    def changed(self) -> tuple[tuple[int, State, State], ...]:
        """The years in which the state changed, with the state before and after."""
        years = sorted(self.states)
        return tuple(
            (year, self.states[before], self.states[year])
            for before, year in pairwise(years)
            if self.states[before] is not self.states[year]
        )


def trend(cities: Sequence[CityVerdict]) -> tuple[CountyTrend, ...]:
    """Every county of several years' verdicts under one standard.

    Raises:
        ValueError: the verdicts are by different standards, or two are of the same year.
    """
    ordered = sorted(cities, key=lambda one: one.year)
    if len({one.standard.id for one in ordered}) > 1 or len({one.year for one in ordered}) < len(ordered):
        raise ValueError("a trend needs verdicts of different years under one standard")
    codes = sorted({county.county_code for city in ordered for county in city.counties})
    return tuple(_county(code, ordered) for code in codes)


def _county(code: str, cities: Sequence[CityVerdict]) -> CountyTrend:
    verdicts = [one for city in cities for one in city.counties if one.county_code == code]
    keys = dict.fromkeys((one.section, one.indicator) for verdict in verdicts for one in verdict.indicators)
    return CountyTrend(
        county_code=code,
        indicators=tuple(_indicator(section, id_, verdicts) for section, id_ in keys),
        states={one.year: one.state for one in verdicts},
        domains={one.year: one.domains for one in verdicts},
    )


def _indicator(section: str, id_: str, verdicts: Sequence[CountyVerdict]) -> IndicatorTrend:
    means: dict[int, float | None] = {}
    dispersions: dict[int, float | None] = {}
    for verdict in verdicts:
        found = next((one for one in verdict.indicators if (one.section, one.indicator) == (section, id_)), None)
        means[verdict.year] = found.mean if found else None
        dispersions[verdict.year] = found.dispersion if found else None
    return IndicatorTrend(section, id_, _steps(means), _steps(dispersions))


def _steps(values: Mapping[int, float | None]) -> tuple[Step, ...]:
    """A change is from the year before, not from the last year that happens to be known."""
    found = []
    for year, value in values.items():
        before = values.get(year - 1)
        found.append(Step(year, value, None if value is None or before is None else value - before))
    return tuple(found)
