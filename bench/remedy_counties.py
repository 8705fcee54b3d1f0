"""Seeded synthetic counties, marked so, with the spread that counties have before they are balanced.

Values are log-normal around a mean above the threshold; dispersions lie mostly between 0.36 and 0.54, so that most
counties break some limit. Small schools have more per pupil than large ones. Nothing here is a real county.
"""

import numpy as np
import polars as pl

THRESHOLDS = {
    "primary": (4.2, 1.0, 0.9, 4.5, 7.5, 2000.0, 2.3),
    "junior": (5.3, 1.0, 0.9, 5.8, 10.2, 2500.0, 2.4),
}
PER = (100.0, 100.0, 100.0, 1.0, 1.0, 1.0, 100.0)
COLUMNS = (
    "teachers_above_qualification",
    "backbone_teachers",
    "pe_art_teachers",
    "teaching_area",
    "sports_ground_area",
    "equipment_value_yuan",
    "multimedia_classrooms",
)
WHOLE = (True, True, True, False, False, False, True)
COSTS = {"L1": 120_000, "L2": 20_000, "L3": 120_000, "L4": 3_000, "L5": 500, "L6": 1, "L7": 30_000}


def county(
    seed: int, schools: int, code: str = "990001", section: str = "primary", spread: float = 0.0
) -> pl.DataFrame:
    """The flat table of one county section; ``spread`` widens every dispersion."""
    rng = np.random.default_rng(seed)
    pupils = np.clip(rng.lognormal(6.2, 0.75, schools), 40, 3000).round()
    columns: dict[str, object] = {
        "school_code": [f"{code}{at:04d}" for at in range(schools)],
        "county_code": [code] * schools,
        "section": [section] * schools,
        "pupils": pupils,
    }
    for name, threshold, per, whole in zip(COLUMNS, THRESHOLDS[section], PER, WHOLE, strict=True):
        sigma = rng.uniform(0.38, 0.54) + spread
        level = rng.uniform(1.15, 1.6) * np.exp(rng.normal(0, sigma, schools) - sigma**2 / 2)
        held = threshold / per * pupils * level * (pupils / pupils.mean()) ** -0.06
        columns[name] = held.round() if whole else held.round(2 if name == "equipment_value_yuan" else 1)
    return pl.DataFrame(columns).with_columns(indoor_sports_area=pl.lit(0.0))


def counties(number: int, seed: int = 1) -> pl.DataFrame:
    """Many counties of 30 to 110 schools, every other one of lower secondary schools."""
    return pl.concat(county(*one) for one in drawn(number, seed))


def sampled(number: int, taken: int, seed: int = 1) -> pl.DataFrame:
    """A random sample of the same counties."""
    several = drawn(number, seed)
    chosen = np.random.default_rng([seed, taken]).choice(number, taken, replace=False)
    return pl.concat(county(*several[at]) for at in sorted(chosen.tolist()))


def drawn(number: int, seed: int) -> list[tuple[int, int, str, str]]:
    """Seed, number of schools, code and section of each."""
    rng = np.random.default_rng(seed)
    return [
        (
            int(rng.integers(1 << 30)),
            int(rng.integers(30, 111)),
            f"99{at:04d}",
            "primary" if at % 2 == 0 else "junior",
        )
        for at in range(number)
    ]
