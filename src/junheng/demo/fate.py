"""Which schools fall short of the resource rule, of what, and when they were mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from junheng.demo.calibration import YEARS
from junheng.demo.dice import dice, pick
from junheng.demo.need import STAFF
from junheng.demo.profiles import Profile, profiles
from junheng.demo.school import School

ANY_PROBLEM: Mapping[str, float] = {"L1": 1, "L2": 1, "L3": 1, "L5": 2, "L6": 2, "L7": 2}
LASTING = YEARS[-1] + 1
"""A problem that is mended after the last year."""


@dataclass(frozen=True, slots=True)
class Fate:
    """``short`` maps an indicator to the share of the need that is there until the year ``mended``.

    ``rescued``: the sports area reaches the need only with leased and converted places.
    """

    short: Mapping[str, float]
    mended: int
    rescued: bool = False

    def shortage(self, indicator: str, year: int) -> float | None:
        return self.short.get(indicator) if year < self.mended else None


SOUND = Fate({}, YEARS[0])


def fates(seed: int, schools: Sequence[School]) -> Mapping[str, Fate]:
    """School code -> fate; a school that is not judged, that others are merged into, or of two campuses, is sound."""
    parents = {one.parent for one in schools}
    found = {one.code: SOUND for one in schools}
    for county, profile in profiles().items():
        there = [one for one in schools if one.county == county and one.judged]
        open_to = [one for one in there if one.code not in parents and one.campuses == 1]
        found |= _county(dice(seed, "fate", county), profile, open_to)
    return found


def _county(rng: Random, profile: Profile, schools: Sequence[School]) -> Mapping[str, Fate]:
    order = rng.sample(schools, len(schools))
    found: dict[str, Fate] = {}
    for share, year, problems in (
        (profile.failing, LASTING, profile.problems),
        *((share, year, profile.problems or ANY_PROBLEM) for year, share in profile.repaired.items()),
    ):
        for school in _take(order, share, len(schools)):
            found[school.code] = Fate(_short(rng, problems), year)
    urban = [one for one in order if not one.rural]
    for school in _take(urban, profile.rescued, len(schools)):
        found[school.code] = Fate({"L5": rng.uniform(0.45, 0.8)}, LASTING, rescued=True)
    return found


def _take(order: list[School], share: float, whole: int) -> list[School]:
    """Take a share of the whole off the list, at least one school where the share is not zero."""
    count = min(len(order), max(1, round(share * whole))) if share else 0
    taken, order[:] = order[:count], order[count:]
    return taken


def _short(rng: Random, problems: Mapping[str, float]) -> Mapping[str, float]:
    """One indicator far below, or two a little below: either breaks the rule."""
    first = pick(rng, problems)
    if rng.random() < 0.6:  # noqa: PLR2004
        return {first: rng.uniform(0.64 if first in STAFF else 0.42, 0.8)}
    second = pick(rng, {name: 1.0 for name in ANY_PROBLEM if name != first})
    return {first: rng.uniform(0.80, 0.84), second: rng.uniform(0.86, 0.96)}
