"""Pupils of every school, section and year, adding up to the city's published totals."""

import math
from collections.abc import Iterable, Mapping, Sequence

from junheng.demo.calibration import YEARS, calibration
from junheng.demo.dice import dice, shares_out
from junheng.demo.kinds import GRADES
from junheng.demo.need import JUDGED, need
from junheng.demo.profiles import profiles
from junheng.demo.school import School

Enrolment = Mapping[str, Mapping[str, int]]
"""School code -> section -> pupils, of one year; sections in order of age."""

SENIOR_PER_JUNIOR = {"complete": (0.9, 1.5), "twelve_year": (0.6, 0.9)}
OVERGROWN = 1.6
"""Where schools may be too large, the largest are about this many times the limit."""
KEPT_BELOW = 0.97


def enrolments(seed: int, scale: float, schools: Sequence[School]) -> Mapping[int, Enrolment]:
    """The enrolment of each year; a school is absent before it opens."""
    return {year: _year(seed, scale, year, [one for one in schools if one.opened <= year]) for year in YEARS}


def _year(seed: int, scale: float, year: int, schools: Sequence[School]) -> Enrolment:
    found: dict[str, dict[str, int]] = {one.code: _fixed(seed, year, one) for one in schools}
    for section in JUDGED:
        total = round(calibration().pupils[section][year] * scale)
        for county, count in _county_totals(year, total).items():
            there = [one for one in schools if one.county == county and one.kind.sections.get(section)]
            settled = sum(found[one.code].get(section, 0) for one in ordinary(schools) if one.county == county)
            caps = _roomy(count - settled, [_cap(one, section, year) for one in there])
            weights = [_weight(seed, one, section, year) for one in there]
            for one, pupils in zip(there, shares_out(count - settled, weights, caps), strict=True):
                found[one.code][section] = pupils
    return {one.code: _with_seniors(seed, one, found[one.code]) for one in schools}


def _county_totals(year: int, total: int) -> Mapping[str, int]:
    grown = {
        county: calibration().population_shares[county] * (1 + area.drift) ** (year - YEARS[0])
        for county, area in profiles().items()
    }
    return dict(zip(grown, shares_out(total, list(grown.values())), strict=True))


def _fixed(seed: int, year: int, school: School) -> dict[str, int]:
    """Pupils of the schools whose size does not follow the area's: teaching points and special schools."""
    rng = dice(seed, "fixed", school.code)
    swing = (year - YEARS[-1]) * rng.randint(-1, 2)
    match school.kind.id:
        case "small_point":
            return {"primary": rng.randint(14, 44) - swing}
        case "point":
            return {"primary": rng.randint(56, 92) - swing}
        case "special":
            return {"primary": rng.randint(40, 95) + swing, "junior": rng.randint(15, 40)}
    return {}


def _weight(seed: int, school: School, section: str, year: int) -> float:
    noise = dice(seed, "pupils", school.code, section, year).uniform(0.985, 1.015)
    return school.kind.sections[section] * school.weight * noise


def _cap(school: School, section: str, year: int) -> int:
    """The most pupils a section may have: at the limit of the size rule, or above it where an area breaks the rule."""
    profile = profiles()[school.county]
    parts = [one for one in school.kind.sections if one in JUDGED]
    limit = need(year)["G4.combined" if len(parts) > 1 else "G4.single"]
    share = school.kind.sections[section] / sum(school.kind.sections[one] for one in parts)
    return round(limit * share * (OVERGROWN if profile.fails("G4", year) else KEPT_BELOW))


def _roomy(total: int, caps: list[int]) -> list[int]:
    """The caps, raised alike where a city drawn small has too few schools for its pupils."""
    tight = 1.1 * total / sum(caps)
    return [math.ceil(cap * tight) for cap in caps] if tight > 1 else caps


def _with_seniors(seed: int, school: School, pupils: Mapping[str, int]) -> Mapping[str, int]:
    if "senior" not in school.kind.sections:
        return pupils
    ratio = dice(seed, "senior", school.code).uniform(*SENIOR_PER_JUNIOR[school.kind.id])
    return {**pupils, "senior": round(pupils["junior"] * ratio)}


def grades(section: str, pupils: int) -> int:
    """Grades a section runs: small teaching points stop early."""
    few, some = 30, 60
    if section != "primary" or pupils >= some:
        return GRADES[section]
    return 3 if pupils < few else 4


def ordinary(schools: Iterable[School]) -> list[School]:
    """The schools that the published totals count: all but the special ones."""
    return [one for one in schools if one.kind.id != "special"]
