"""Rows of schools, sections and class sizes."""

from random import Random

from junheng.demo.classes import bands
from junheng.demo.dice import dice
from junheng.demo.profiles import Profile
from junheng.demo.pupils import grades
from junheng.demo.roster import MARKER
from junheng.demo.tables import Row, SchoolYear
from junheng.facts.codes import code_list

DIVISION_OF_ZONE = {"410171": "410104", "410172": "410102", "410173": "410184", "ZDXQ": "410105"}
"""The division a development zone lies in; schematic, as is everything about the synthetic city."""
MIGRANT_SHARE = {"inner": (0.2, 0.5), "zone": (0.25, 0.55), "county": (0.02, 0.15)}
SMALL_RURAL = (50, 100)
SMALL_CLASS = 30
LEAVERS = 0.02


def school_row(one: SchoolYear) -> Row:
    school, rng = one.school, dice(one.seed, "school row", one.code)
    area = code_list("managing_bodies").codes[school.county].zh
    largest = max(max(sizes) for sizes in one.sizes.values())
    return {
        "school_code": school.code,
        "school_name": school.name,
        "county_code": school.county,
        "division_code": DIVISION_OF_ZONE.get(school.county, school.county),
        "school_type": school.kind.type,
        "organiser": "10" if school.private else "7",
        "urban_rural": school.zone,
        "counted": school.parent is None,
        "parent_code": school.parent,
        "founded_year": school.founded,
        "built_by_2010": school.founded <= 2010,  # noqa: PLR2004 - the flag's own year
        "built_by_2016": school.founded <= 2016,  # noqa: PLR2004 - the flag's own year
        "dense_centre": one.fate.rescued,
        "small_rural": school.rural and SMALL_RURAL[0] <= one.pupils_total < SMALL_RURAL[1],
        "max_class_below_30": school.rural and largest < SMALL_CLASS,
        "boarding": school.boarding,
        "migrant_children": _migrants(rng, one),
        "address": f"{area}{MARKER}路{rng.randint(1, 999)}号",
        "longitude": round(one.place[0], 5),
        "latitude": round(one.place[1], 5),
        "internet": True,
    }


def section_rows(one: SchoolYear) -> list[Row]:
    return [_section(one, section, pupils) for section, pupils in one.pupils.items()]


def class_rows(one: SchoolYear) -> list[Row]:
    return [{"school_code": one.code, "section": section, **bands(sizes)} for section, sizes in one.sizes.items()]


def _migrants(rng: Random, one: SchoolYear) -> int:
    compulsory = sum(count for section, count in one.pupils.items() if section != "senior")
    return (
        0 if one.school.kind.id == "special" else round(compulsory * rng.uniform(*MIGRANT_SHARE[one.profile.setting]))
    )


def _section(one: SchoolYear, section: str, pupils: int) -> Row:
    rng = dice(one.seed, "section", one.code, section, one.year)
    row: Row = {
        "school_code": one.code,
        "section": section,
        "pupils": pupils,
        "grades": grades(section, pupils),
        "classes": len(one.sizes[section]),
        "nearby_pupils": None if section == "senior" else _nearby(one, section, pupils),
    }
    return row | (_leavers(rng, one.profile, one.year, pupils) if section == "junior" else {})


def _nearby(one: SchoolYear, section: str, pupils: int) -> int:
    rng = dice(one.seed, "nearby", one.code, section)
    if one.school.private or one.school.kind.id == "special":
        return round(pupils * rng.uniform(0.3, 0.7))
    if one.profile.fails("G13", one.year):
        return round(pupils * rng.uniform(0.88, 0.99))
    return pupils if section == "primary" else round(pupils * rng.uniform(0.965, 1.0))


def _leavers(rng: Random, profile: Profile, year: int, pupils: int) -> Row:
    """The graduating year over its three years; leavers above the allowed share where the area misses the item."""
    entrants = max(1, round(pupils / 3 * rng.uniform(0.93, 0.99)))
    moved_in, moved_out = (round(entrants * rng.uniform(0, 0.05)) for _ in range(2))
    lost = rng.uniform(0.06, 0.11) if profile.fails("Q1", year) else rng.uniform(0, LEAVERS)
    died = int(rng.random() < 0.01)  # noqa: PLR2004
    return {
        "entrants": entrants,
        "transferred_in": moved_in,
        "transferred_out": moved_out,
        "died": died,
        "graduates": max(0, entrants - died - round(entrants * lost) + moved_in - moved_out),
    }
