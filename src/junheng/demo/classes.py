"""Classes and their sizes, held to the city's published mean class size."""

import math
from collections.abc import Mapping, Sequence
from random import Random

from junheng.demo.calibration import calibration
from junheng.demo.dice import dice
from junheng.demo.need import JUDGED, need
from junheng.demo.profiles import profiles
from junheng.demo.pupils import Enrolment, grades, ordinary
from junheng.demo.school import School
from junheng.facts.bands import CLASS_BANDS

Sizes = Mapping[tuple[str, str], Sequence[int]]
"""(School code, section) -> pupils of each class, of one year."""

BASE: Mapping[str, Mapping[str, float]] = {
    "primary": {"inner": 48, "zone": 47, "county": 45},
    "junior": {"inner": 50.5, "zone": 50, "county": 48.5},
    "senior": {"inner": 50, "zone": 50, "county": 52},
}
ZONE_FACTOR: Mapping[str, float] = {"111": 1.03, "112": 1.02, "121": 1.0, "122": 0.96, "210": 0.88, "220": 0.8}
SPECIAL_SIZE = 9
MULTIGRADE = 12
"""A class of several grades is formed only above this many pupils a grade."""
ROOM_BELOW = 1.5
"""Where no class may be above the limit, the mean stays this far below it."""
UNEVEN = 5
"""Pupils that two classes of a grade may differ from their mean."""


def class_sizes(seed: int, year: int, schools: Sequence[School], enrolment: Enrolment) -> Sizes:
    """Every class of one year."""
    factor = {section: _factor(section, year, schools, enrolment) for section in JUDGED}
    return {
        (one.code, section): _drawn(
            dice(seed, "classes", one.code, section, year),
            pupils,
            _count(one, section, year, pupils, factor),
            limit(one, section, year),
        )
        for one in schools
        for section, pupils in enrolment[one.code].items()
    }


def bands(sizes: Sequence[int]) -> dict[str, int]:
    """Classes by the official size bands."""
    return {band: sum(low <= size <= high for size in sizes) for band, (low, high) in CLASS_BANDS.items()}


def limit(school: School, section: str, year: int) -> int | None:
    """The limit of the class-size rule where the area keeps to it in that year, else None."""
    capped = profiles()[school.county].capped
    if capped is None or year < capped or section not in JUDGED:
        return None
    return int(need(year)[f"G5.{section}"])


def _factor(section: str, year: int, schools: Sequence[School], enrolment: Enrolment) -> float:
    """The factor on all class sizes with which the city's mean comes out as published."""
    counted = [one for one in ordinary(schools) if section in enrolment[one.code]]
    pupils = sum(enrolment[one.code][section] for one in counted)
    wanted = pupils / calibration().class_size[section][year]
    low, high = 0.5, 2.0
    for _ in range(30):
        middle = (low + high) / 2
        count = sum(_count(one, section, year, enrolment[one.code][section], {section: middle}) for one in counted)
        low, high = (middle, high) if count > wanted else (low, middle)
    return (low + high) / 2


def _count(school: School, section: str, year: int, pupils: int, factor: Mapping[str, float]) -> int:
    if school.kind.id == "special":
        return math.ceil(pupils / SPECIAL_SIZE)
    profile = profiles()[school.county]
    size = BASE[section][profile.setting] * profile.class_size * ZONE_FACTOR[school.zone] * factor.get(section, 1.0)
    cap = limit(school, section, year)
    if cap is not None:
        size = min(size, cap - ROOM_BELOW)
    fewest = min(grades(section, pupils), math.ceil(pupils / MULTIGRADE))
    return max(fewest, round(pupils / size) if cap is None else math.ceil(pupils / size), 1)


def _drawn(rng: Random, pupils: int, count: int, cap: int | None) -> Sequence[int]:
    """Class sizes that add up: even ones with some pupils moved between pairs of classes."""
    sizes = [pupils // count + (at < pupils % count) for at in range(count)]
    for at in range(0, count - 1, 2):
        room = UNEVEN if cap is None else cap - max(sizes[at], sizes[at + 1])
        moved = rng.randint(0, max(0, min(UNEVEN, room, sizes[at + 1] - 1)))
        sizes[at] += moved
        sizes[at + 1] -= moved
    return sizes
