"""Every value the school self-assessment form asks for, by the names of its layout."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from junheng.balance.model import CityVerdict, CountyVerdict
from junheng.balance.units import units_of
from junheng.facts.codes import code_list
from junheng.facts.tables import Facts
from junheng.policy.years import statistics_day
from junheng.publish.display import NO, YES
from junheng.publish.forms.counts import whole
from junheng.publish.forms.county import yes_no
from junheng.publish.forms.phrases import Value, Values

NOT_APPLICABLE = "不适用"
STRUCK_OUT = "／"
"""What stands in a blank that does not concern the school."""
SECTION_NAMES = {"primary": "小学", "junior": "初中", "senior": "高中"}
TEACHERS = ("teachers_above_qualification", "backbone_teachers", "pe_art_teachers")
ROOMS = ("gym_area", "sports_ground_area", "other_sports_area", "leased_sports_area", "multimedia_classrooms")
SCHOOL_ITEMS = ("G3", "G4", "G5", "G6")
BANDS = ("46_50", "51_55", "56_60", "61_65", "ge66")
"""Class bands in order; a primary class is too large from the first on, a junior class from the second."""
FIRST_TOO_LARGE = {"primary": 0, "junior": 1}
YUAN_PER_10K = 10_000

Row = Mapping[str, Any]


def school_values(city: CityVerdict, facts: Facts, school_code: str) -> Values:
    """The values of one school. Blanks that do not concern the school are struck out.

    Raises:
        KeyError: the facts have no such school.
    """
    school = _row(facts, "schools", school_code)
    if not school:
        raise KeyError(school_code)
    sections = facts["sections"].filter(pl.col("school_code") == school_code)
    own = sections["section"].to_list()
    found: dict[str, Value] = dict(_whole_school(facts, school, sections))
    county = city.county(str(school["county_code"]))
    for section in SECTION_NAMES:
        found |= _section(city, county, facts, school_code, section) if section in own else _absent(section)
    found |= dict(_met(city, county, school_code))
    found |= _funds(city, facts, school, found["school.pupils"])
    return found


def _row(facts: Facts, table: str, school_code: str) -> Row:
    rows = facts[table].filter(pl.col("school_code") == school_code).to_dicts()
    return rows[0] if rows else {}


def _whole_school(facts: Facts, school: Row, sections: pl.DataFrame) -> Iterator[tuple[str, Value]]:
    rooms, money = (_row(facts, table, str(school["school_code"])) for table in ("rooms", "money"))
    title = code_list("school_types").codes.get(str(school["school_type"]))
    founded = school["founded_year"]
    yield "school.name", school["school_name"]
    yield "school.type", title.zh if title else None
    yield "school.founded_year", founded
    yield "school.teaching_area_net", _plus(rooms.get("teaching_area"), rooms.get("indoor_sports_area"), -1)
    yield "school.sports_area", _plus(rooms.get("sports_ground_area"), rooms.get("indoor_sports_area"), 1)
    for name in (*ROOMS, "music_rooms", "art_rooms"):
        yield f"school.{name}", rooms.get(name)
    equipment = money.get("equipment_value_yuan")
    yield "school.equipment_value_10k", None if equipment is None else equipment / YUAN_PER_10K
    compulsory = sections.filter(pl.col("section") != "senior")
    yield "school.classes", whole(compulsory["classes"])
    yield "school.pupils", whole(sections["pupils"])


def _plus(first: float | None, second: float | None, sign: int) -> float | None:
    return None if first is None or second is None else first + sign * second


def _absent(section: str) -> dict[str, Value]:
    names = (*TEACHERS, *(f"L{number}" for number in range(1, 8)), "pupils", "oversized_classes")
    return {f"{section}.{name}": STRUCK_OUT for name in names}


def _section(
    city: CityVerdict, county: CountyVerdict, facts: Facts, school_code: str, section: str
) -> dict[str, Value]:
    at = (pl.col("school_code") == school_code) & (pl.col("section") == section)
    units = units_of(facts, city.standard).frame.filter(at).to_dicts()
    held: Row = units[0] if units else {}
    pupils = facts["sections"].filter(at)["pupils"].to_list()
    results = [one for one in county.schools if one.school_code == school_code and one.section == section]
    return {
        **{f"{section}.{name}": held.get(name) for name in TEACHERS},
        **{f"{section}.{name}": value for one in results for name, value in one.values.items()},
        f"{section}.pupils": pupils[0] if pupils else None,
        f"{section}.oversized_classes": _oversized(facts["class_sizes"].filter(at).to_dicts(), section),
    }


def _oversized(rows: list[dict[str, Any]], section: str) -> int | None:
    if not rows or section not in FIRST_TOO_LARGE:
        return None
    bands = [rows[0][f"classes_{band}"] for band in BANDS[FIRST_TOO_LARGE[section] :]]
    return None if None in bands else sum(bands)


def _met(city: CityVerdict, county: CountyVerdict, school_code: str) -> Iterator[tuple[str, Value]]:
    results = [one for one in county.schools if one.school_code == school_code]
    for indicator in city.standard.indicators:
        yield f"met.{indicator.id}", _each({SECTION_NAMES[one.section]: one.met.get(indicator.id) for one in results})
    by_school = {result.item.id: result.by_school.get(school_code) for result in county.items}
    for item in SCHOOL_ITEMS:
        yield f"met.{item}", yes_no(by_school.get(item))


def _each(met: Mapping[str, bool | None]) -> str | None:
    """是 or 否 where all sections agree, else one word per section; None while one is not judged."""
    if not met or None in met.values():
        return None
    if len(set(met.values())) == 1:
        return yes_no(next(iter(met.values())))
    return "；".join(f"{section}{(YES if one else NO).zh}" for section, one in met.items())


def _funds(city: CityVerdict, facts: Facts, school: Row, pupils: Value) -> dict[str, Value]:
    """Lines 4 and 5, each for the schools it speaks of: small ones and special ones."""
    money = _row(facts, "money", str(school["school_code"]))
    special = school["school_type"] in code_list("school_types").having("kind", "special")
    least = city.standard.rules(statistics_day(city.year)).number("G6.pupils")
    small = not special and isinstance(pupils, (int, float)) and least is not None and pupils < least
    found = {**_funds_line("small", money, applies=small), **_funds_line("special", money, applies=special)}
    if not small and pupils is not None:
        found["met.G6"] = NOT_APPLICABLE
    if not special:
        found["met.G7"] = NOT_APPLICABLE
    return found


def _funds_line(name: str, money: Row, *, applies: bool) -> dict[str, Value]:
    if not applies:
        return {f"{name}.{one}": STRUCK_OUT for one in ("pupils_last_year", "funds_10k", "funds_per_pupil")}
    pupils, funds = money.get("pupils_last_year"), money.get("public_funds_budget_yuan")
    return {
        f"{name}.pupils_last_year": pupils,
        f"{name}.funds_10k": None if funds is None else funds / YUAN_PER_10K,
        f"{name}.funds_per_pupil": None if funds is None or not pupils else funds / pupils,
    }
