"""The schools of the synthetic city: codes, invented names, places, organisers."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from junheng.demo.calibration import YEARS
from junheng.demo.counts import openings, school_counts
from junheng.demo.dice import dice, pick
from junheng.demo.kinds import KINDS, Kind
from junheng.demo.profiles import Profile, profiles
from junheng.demo.school import School
from junheng.facts.codes import code_list

MARKER = "样例"
"""Stands in every name, so that no synthetic school is taken for a real one."""
PROVINCE = "41"
SERIAL = "9"
"""First digit of the serial number: invented codes keep to one corner of the range."""

ZONES: Mapping[str, Mapping[str, float]] = {
    "inner": {"111": 85, "112": 15},
    "zone": {"111": 50, "112": 38, "121": 12},
    "county": {"111": 22, "121": 50, "122": 28},
}
VILLAGES: Mapping[str, float] = {"210": 30, "220": 70}
VILLAGE_SIZE = 0.34
CAMPUS_SCHOOLS = 5
"""Every so many nine-year schools have two campuses, one for each section."""


def schools(seed: int, scale: float) -> tuple[School, ...]:
    """All schools that ever appear, in order of county, kind and number."""
    counts = school_counts(scale)
    found = [school for county, profile in profiles().items() for school in _county(seed, county, profile, counts)]
    return tuple(_with_openings(found, scale))


def _county(seed: int, county: str, profile: Profile, counts: Mapping[str, Mapping[str, int]]) -> Iterator[School]:
    serial = 0
    hosts: list[str] = []
    for kind in KINDS.values():
        for number in range(1, counts[kind.id][county] + 1):
            serial += 1
            school = _school(dice(seed, "school", county, kind.id, number), profile, kind, (serial, number))
            if kind.id == "primary" and (not school.private or number == 1):
                hosts.append(school.code)
            yield _hosted(school, hosts, number) if kind.id == "uncounted" else school


def _school(rng: Random, profile: Profile, kind: Kind, at: tuple[int, int]) -> School:
    serial, number = at
    private = rng.random() < kind.private
    zone = _zone(rng, profile, kind, private)
    small = VILLAGE_SIZE if zone in VILLAGES else 1.0
    return School(
        code=f"{kind.prefix}{PROVINCE}{SERIAL}{_place(profile.county):02d}{serial:03d}",
        name=_name(profile.county, kind, number, private),
        county=profile.county,
        kind=kind,
        zone=zone,
        weight=small * math.exp(rng.gauss(0, 0.5 if zone in VILLAGES else 0.28)),
        private=private,
        boarding=rng.random() < kind.boarding * (1.6 if zone in VILLAGES else 1.0),
        founded=rng.randint(1952, 2021),
        opened=YEARS[0],
        campuses=2 if kind.id == "nine_year" and number % CAMPUS_SCHOOLS == 0 else 1,
    )


def _zone(rng: Random, profile: Profile, kind: Kind, private: bool) -> str:
    if kind.id in {"point", "small_point"}:
        return "220"
    plain = kind.id in {"primary", "junior", "nine_year"} and not private
    thinned = profile.villages * (1.0 if kind.id == "primary" else 0.6)
    if plain and rng.random() < thinned:
        return pick(rng, VILLAGES)
    return pick(rng, ZONES[profile.setting])


def _place(county: str) -> int:
    return list(profiles()).index(county) + 1


def _name(county: str, kind: Kind, number: int, private: bool) -> str:
    area = code_list("managing_bodies").codes[county].zh
    which = f"民办第{number}" if private else f"第{number}"
    if kind.type == "218":
        which = ("甲" if kind.id == "small_point" else "乙") + f"{number}"
    return f"{area}{MARKER}{which}{kind.words}"


def _hosted(school: School, hosts: list[str], number: int) -> School:
    return replace(school, parent=hosts[number % len(hosts)])


def _with_openings(found: list[School], scale: float) -> Iterator[School]:
    """The last schools of the fastest-growing areas open only in a later year."""
    growing = sorted(profiles().values(), key=lambda one: -one.drift)
    opened: dict[str, int] = {}
    for section in ("primary", "junior"):
        queue = [year for year, count in openings(section, scale).items() for _ in range(count)]
        for year, area in zip(queue, growing, strict=False):
            last = [one.code for one in found if one.county == area.county and one.kind.id == section][-1]
            opened[last] = year
    for school in found:
        if school.code in opened:
            year = opened[school.code]
            yield replace(school, opened=year, founded=year)
        else:
            yield school
