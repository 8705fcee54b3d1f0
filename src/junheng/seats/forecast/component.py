"""Children by age from births: the cohort-component method, and its short form for small areas (Hamilton & Perry 1962).

One age a year: those who are ``a`` this year and survive, plus who moved in and minus who moved out, are ``a + 1`` next
year; births of the year become age 0.
"""

import numpy as np

from junheng.seats.forecast.panel import Numbers


def cohort_component(
    population: Numbers, births: Numbers, survival: Numbers, migration: Numbers | None = None
) -> Numbers:
    """Population of each coming year (years × areas × ages).

    Args:
        population: areas × single ages 0, 1, 2, … at the start; the last age is left behind, not collected.
        births: years × areas, born during each coming year.
        survival: ages, or years × areas × ages: the share of those born (first) or of each age before the last who live
            to the next count; as long as the ages.
        migration: net number moving in, years × areas × ages, at the age reached; none when left out.

    Raises:
        ValueError: shapes that do not fit, a survival outside 0–1, negative births or people.
    """
    years, areas, ages = len(births), *population.shape
    _check(population, births, survival, (years, areas, ages))
    lives = np.broadcast_to(survival, (years, areas, ages))
    moved = np.zeros((years, areas, ages)) if migration is None else np.broadcast_to(migration, (years, areas, ages))
    now, ahead = population, np.empty((years, areas, ages))
    for year in range(years):
        entering = np.concatenate([births[year][:, None], now[:, :-1]], axis=1)
        now = np.maximum(entering * lives[year] + moved[year], 0.0)
        ahead[year] = now
    return ahead


def _check(population: Numbers, births: Numbers, survival: Numbers, shape: tuple[int, int, int]) -> None:
    if births.shape != shape[:2] or survival.shape[-1] != shape[2]:
        raise ValueError(f"births {births.shape}, survival {survival.shape} do not fit years × areas × ages {shape}")
    if not ((survival >= 0) & (survival <= 1)).all():
        raise ValueError("survival lies between 0 and 1")
    if (population < 0).any() or (births < 0).any():
        raise ValueError("population and births are not below 0")


def cohort_change_ratios(earlier: Numbers, later: Numbers, years: int) -> Numbers:
    """How many of an age are found ``years`` later, ``years`` older (areas × ages); NaN where there was nobody.

    The ratio holds survival and migration in one number, so two counts of the population are enough.
    """
    if not 0 < years < earlier.shape[-1] or earlier.shape != later.shape:
        raise ValueError(f"{years} years do not fit counts of shape {earlier.shape} and {later.shape}")
    found = np.full(later.shape, np.nan)
    before = earlier[..., :-years]
    found[..., years:] = np.where(before > 0, later[..., years:] / np.where(before > 0, before, 1.0), np.nan)
    return found


def hamilton_perry(population: Numbers, ratios: Numbers, youngest: Numbers, years: int) -> Numbers:
    """The population one step of ``years`` ahead; ``youngest`` (areas × ``years``) are those born meanwhile."""
    ahead = np.concatenate([youngest, population[..., :-years] * ratios[..., years:]], axis=-1)
    return np.where(np.isnan(ahead), 0.0, ahead)
