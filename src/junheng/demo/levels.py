"""How richly a school is equipped: each quantity as a multiple of what the standard asks."""

import math
from collections.abc import Mapping
from random import Random

from junheng.demo.calibration import YEARS
from junheng.demo.dice import dice
from junheng.demo.fate import Fate
from junheng.demo.need import SHARED, STAFF
from junheng.demo.profiles import Profile, profiles
from junheng.demo.school import School

INDICATORS = (*STAFF, *SHARED)
SPREAD: Mapping[str, float] = {"L1": 0.22, "L2": 0.42, "L3": 0.34, "L4": 0.42, "L5": 0.38, "L6": 0.6, "L7": 0.36}
DENSE: Mapping[str, float] = {"inner": 0.55, "zone": 0.8, "county": 1.0}
"""How much of that spread is left to floor and ground in dense areas."""
AREAS = ("L4", "L5")
VILLAGE_PUPILS = 450
"""Below this size a village school lies above the mean, the more the smaller it is."""
NEAR_MISS = 0.22
"""Share of sound schools that miss one indicator by a little, as the rule allows."""
PURE_CAMPUSES = 1.3
"""Schools with a campus for each section are judged campus by campus and get this much more."""


def levels(seed: int, school: School, pupils: int, fate: Fate, *, parent: bool) -> Mapping[str, float]:
    """Indicator -> multiple of the need that the school reaches in the last year."""
    rng = dice(seed, "levels", school.code)
    profile = profiles()[school.county]
    found = {one: _sound(rng, one, profile) for one in INDICATORS}
    if school.rural:
        found |= {one: found[one] * _riches(profile, pupils) for one in SHARED}
    if school.campuses > 1:
        found |= {one: found[one] * PURE_CAMPUSES for one in SHARED}
    elif _may_miss(school, parent) and not fate.short and rng.random() < NEAR_MISS:
        found[rng.choice(INDICATORS)] = rng.uniform(0.89, 0.985)
    return found


def over_time(seed: int, school: School, year: int) -> float:
    """What was there in a year, of what is there in the last."""
    rng = dice(seed, "growth", school.code)
    return math.prod(rng.uniform(0.955, 1.0) for _ in range(YEARS[-1] - year))


def _sound(rng: Random, indicator: str, profile: Profile) -> float:
    spread = SPREAD[indicator] * (DENSE[profile.setting] if indicator in AREAS else 1.0)
    spread *= profile.wide.get(indicator, 1.0)
    return 1.03 + abs(rng.gauss(0, spread))


def _riches(profile: Profile, pupils: int) -> float:
    return 1 + profile.riches * max(0.0, 1 - pupils / VILLAGE_PUPILS)


def _may_miss(school: School, parent: bool) -> bool:
    return school.judged and not parent
