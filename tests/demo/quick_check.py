"""An independent reading of the seven indicators, school by school, to hold the synthetic city against its promise."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from junheng.facts.tables import Facts

THRESHOLDS = {
    "primary": {"L1": 4.2, "L2": 1, "L3": 0.9, "L4": 4.5, "L5": 7.5, "L6": 2000, "L7": 2.3},
    "junior": {"L1": 5.3, "L2": 1, "L3": 0.9, "L4": 5.8, "L5": 10.2, "L6": 2500, "L7": 2.4},
}
LIMITS = {"primary": 0.50, "junior": 0.45}
SPLIT = {"primary": 1.0, "junior": 1.1, "senior": 1.32}
COMPLETE_SPLIT = {"junior": 1.0, "senior": 1.2}
ABOVE = {
    "primary": ("degree_college", "degree_bachelor", "degree_master", "degree_doctor"),
    "junior": ("degree_bachelor", "degree_master", "degree_doctor"),
}
ARTS = ("pe_teachers", "music_teachers", "fine_art_teachers", "arts_teachers")
VISITING = ("visiting_pe", "visiting_music", "visiting_fine_art", "visiting_arts")
SHARED_FIELDS = (
    "teaching_area",
    "indoor_sports_area",
    "sports_ground_area",
    "equipment_value_yuan",
    "multimedia_classrooms",
)
Values = dict[str, float | None]


@dataclass
class County:
    """What the check finds for one county: units that pass, fail or cannot be judged, and the fourteen dispersions."""

    passed: int = 0
    failed: int = 0
    unjudged: int = 0
    dispersions: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def over(self) -> dict[tuple[str, str], float]:
        return {key: value for key, value in self.dispersions.items() if value > LIMITS[key[0]]}


def quick_check(facts: Facts) -> dict[str, County]:
    found: dict[str, County] = defaultdict(County)
    units: dict[tuple[str, str], list[tuple[float, Values]]] = defaultdict(list)
    for county, section, pupils, values in _units(facts):
        units[county, section].append((pupils, values))
        verdict = _passes(section, values)
        found[county].passed += verdict is True
        found[county].failed += verdict is False
        found[county].unjudged += verdict is None
    for (county, section), rows in units.items():
        for indicator in THRESHOLDS[section]:
            found[county].dispersions[section, indicator] = _dispersion(
                [(pupils, value) for pupils, values in rows if (value := values[indicator]) is not None]
            )
    return dict(found)


def _passes(section: str, values: Values) -> bool | None:
    if any(value is None for value in values.values()):
        return None
    ratios = [value / THRESHOLDS[section][one] for one, value in values.items() if value is not None]
    return sum(ratio >= 1 for ratio in ratios) >= 6 and min(ratios) >= 0.85


def _dispersion(rows: list[tuple[float, float]]) -> float:
    whole = sum(pupils for pupils, _ in rows)
    mean = sum(pupils * value for pupils, value in rows) / whole
    return sqrt(sum(pupils / whole * (value - mean) ** 2 for pupils, value in rows)) / mean


def _units(facts: Facts) -> list[tuple[str, str, float, Values]]:
    """County, section, pupils and the seven values of every school section that counts, after merging and splitting."""
    schools = _rows(facts, "schools")
    campuses = facts["campuses"].to_dicts()
    heads, people, goods = _heads(facts, schools), _people(facts, schools), _goods(facts, schools)
    found = []
    for code, sections in heads.items():
        own = [row for row in campuses if row["school_code"] == code]
        for section in THRESHOLDS:
            if sections.get(section) and not (schools[code]["school_type"] == "218" and sections[section] < 50):
                parts = _own_part(section, sections, goods[code], own)
                staff = {one: people[code, section, one] for one in ("L1", "L2", "L3")}
                values = _values(sections[section], parts, staff)
                found.append((schools[code]["county_code"], section, sections[section], values))
    return found


def _rows(facts: Facts, table: str) -> dict[str, dict[str, Any]]:
    return {row["school_code"]: row for row in facts[table].to_dicts()}


def _home(school: dict[str, Any]) -> str:
    """The school a 不计校数 school is merged into, or itself."""
    return str(school["parent_code"] or school["school_code"])


def _heads(facts: Facts, schools: dict[str, dict[str, Any]]) -> dict[str, dict[str, float]]:
    heads: dict[str, dict[str, float]] = {}
    for row in facts["sections"].to_dicts():
        school = schools[row["school_code"]]
        if not school["school_type"].startswith("5"):
            sections = heads.setdefault(_home(school), {})
            sections[row["section"]] = sections.get(row["section"], 0) + row["pupils"]
    return heads


def _people(facts: Facts, schools: dict[str, dict[str, Any]]) -> dict[tuple[str, str, str], float]:
    people: dict[tuple[str, str, str], float] = defaultdict(float)
    for row in facts["teachers"].to_dicts():
        if row["section"] in ABOVE:
            school = schools[row["school_code"]]
            key, section = _home(school), row["section"]
            arts = (*ARTS, *(VISITING if school["small_rural"] else ()))
            people[key, section, "L1"] += sum(row[name] for name in ABOVE[section])
            people[key, section, "L2"] += row["backbone_teachers"]
            people[key, section, "L3"] += sum(row[name] for name in arts)
    return people


def _goods(facts: Facts, schools: dict[str, dict[str, Any]]) -> dict[str, dict[str, float | None]]:
    rooms, money = _rows(facts, "rooms"), _rows(facts, "money")
    goods: dict[str, dict[str, float | None]] = {}
    for code, school in schools.items():
        own = {name: {**rooms[code], **money[code]}[name] for name in SHARED_FIELDS}
        if school["dense_centre"]:
            own["sports_ground_area"] += rooms[code]["leased_sports_area"] + rooms[code]["other_sports_area"]
        so_far = goods.get(_home(school))
        goods[_home(school)] = own if so_far is None else {name: _plus(so_far[name], own[name]) for name in own}
    return goods


def _plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _own_part(
    section: str, pupils: dict[str, float], goods: dict[str, float | None], campuses: list[dict[str, Any]]
) -> dict[str, float | None]:
    if campuses:
        campus = next(one for one in campuses if one[f"pupils_{section}"])
        return {name: campus[name] for name in SHARED_FIELDS}
    weights = COMPLETE_SPLIT if set(pupils) == {"junior", "senior"} else SPLIT
    share = weights[section] * pupils[section] / sum(weights[one] * count for one, count in pupils.items())
    if len(pupils) == 1:
        share = 1.0
    return {name: None if value is None else value * share for name, value in goods.items()}


def _values(pupils: float, goods: dict[str, float | None], people: dict[str, float]) -> Values:
    teaching, hall, ground, equipment, rooms = (goods[name] for name in SHARED_FIELDS)
    return {
        **{one: 100 * count / pupils for one, count in people.items()},
        "L4": None if teaching is None or hall is None else (teaching - hall) / pupils,
        "L5": None if ground is None or hall is None else (ground + hall) / pupils,
        "L6": None if equipment is None else equipment / pupils,
        "L7": None if rooms is None else 100 * rooms / pupils,
    }
