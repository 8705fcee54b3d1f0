"""The rows of form II-2: one per school section, with organiser, grades, classes, the seven values and a remark."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.balance.model import CityVerdict, SchoolResult
from junheng.balance.tolerance import holds
from junheng.balance.units import units_of
from junheng.facts.tables import Facts
from junheng.policy.standard import Indicator, Standard
from junheng.policy.years import statistics_day
from junheng.publish.forms.counts import county_schools
from junheng.publish.forms.county import yes_no
from junheng.publish.forms.phrases import Value, Values

SUFFIXES = {"primary": "（小学部）", "junior": "（初中部）"}
COMBINED = ("nine_year", "twelve_year")


def school_rows(city: CityVerdict, facts: Facts, county_code: str) -> list[Values]:
    """All school sections of the county, primary first, numbered from 1 within each section."""
    county = city.county(county_code)
    about = {row["school_code"]: row for row in county_schools(facts, county_code).iter_rows(named=True)}
    parts = _parts(facts, city.standard)
    rows: list[Values] = []
    for section in city.standard.sections:
        schools = [school for school in county.schools if school.section == section]
        rows += [
            _row(city, school, number, about.get(school.school_code, {}), parts.get((school.school_code, section), {}))
            for number, school in enumerate(schools, 1)
        ]
    return rows


def _parts(facts: Facts, standard: Standard) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Classes with those of merged schools; grades as the school itself reports them, since they do not add up."""
    grades = {(row["school_code"], row["section"]): row["grades"] for row in facts["sections"].iter_rows(named=True)}
    units = units_of(facts, standard).frame.select("school_code", "section", "classes")
    return {
        (code, section): {"classes": classes, "grades": grades.get((code, section))}
        for code, section, classes in units.iter_rows()
    }


def row_counts(city: CityVerdict, facts: Facts, county_code: str) -> Values:
    """The numbers in the note under form II-2."""
    kinds = dict(county_schools(facts, county_code).select("school_code", "kind").iter_rows())
    held = [(school.section, kinds.get(school.school_code)) for school in city.county(county_code).schools]
    return {
        "rows.primary": sum(section == "primary" for section, _ in held),
        "rows.combined_primary": sum(section == "primary" and kind in COMBINED for section, kind in held),
        "rows.teaching_points": sum(kind == "teaching_point" for _, kind in held),
        "rows.junior": sum(section == "junior" for section, _ in held),
        "rows.combined_junior": sum(section == "junior" and kind in COMBINED for section, kind in held),
        "rows.complete_junior": sum(section == "junior" and kind == "complete" for section, kind in held),
    }


def _row(
    city: CityVerdict, school: SchoolResult, number: int, about: Mapping[str, Value], part: Mapping[str, Value]
) -> Values:
    suffix = SUFFIXES.get(school.section, "") if about.get("kind") in {*COMBINED, "complete"} else ""
    return {
        "number": number,
        "name": f"{school.school_name}{suffix}",
        "organiser": about.get("organiser"),
        "pupils": school.pupils,
        "grades": part.get("grades"),
        "classes": part.get("classes"),
        **school.values,
        "passes": yes_no(school.passes),
        "remark": remark(city, school),
    }


def remark(city: CityVerdict, school: SchoolResult) -> str:
    """Which indicators are met, which reach the floor, which do not, and which are not reported."""
    indicators = city.standard.indicators
    met = [one for one in indicators if school.met.get(one.id) is True]
    unmet = [one for one in indicators if school.met.get(one.id) is False]
    floor = [one for one in unmet if _reaches_floor(city, school, one)]
    unknown = [one for one in indicators if school.met.get(one.id) is None]
    share = _floor(city)
    parts = [_listed(f"{len(met)}项达标", met if len(met) < len(indicators) else [])]
    if share is not None:
        parts.append(_listed(f"达到{share:.0%}", floor) if floor else "")
        below = [one for one in unmet if one not in floor]
        parts.append(_listed(f"未达到{share:.0%}", below) if below else "")
    parts.append(_listed("未评定", unknown) if unknown else "")
    return "；".join(part for part in parts if part)


def _listed(words: str, indicators: Sequence[Indicator]) -> str:
    return f"{words}：{'、'.join(one.short.zh for one in indicators)}" if indicators else words


def _floor(city: CityVerdict) -> float | None:
    rule = city.standard.school_rule
    return city.standard.rules(statistics_day(city.year)).number(rule.floor) if rule else None


def _reaches_floor(city: CityVerdict, school: SchoolResult, indicator: Indicator) -> bool:
    wanted = city.standard.rules(statistics_day(city.year)).number(indicator.threshold[school.section])
    share = _floor(city)
    bound = None if wanted is None or share is None else share * wanted
    return holds(school.values.get(indicator.id), "at_least", bound) is True
