"""Rows of the county tables: the county itself, its surveys and its assessments."""

import math
from collections.abc import Mapping
from random import Random

from junheng.demo.calibration import YEARS, calibration
from junheng.demo.dice import dice
from junheng.demo.need import need
from junheng.demo.profiles import Profile
from junheng.demo.tables import Row
from junheng.facts.codes import code_list

URBAN_SHARE = {"inner": 0.97, "zone": 0.86, "county": 0.55}
TOWNSHIPS = {"inner": (1, 4), "zone": (1, 6), "county": (7, 17)}
VILLAGES = {"inner": (12, 40), "zone": (20, 60), "county": (150, 320)}
GDP = {"inner": (105000, 150000), "zone": (125000, 190000), "county": (70000, 105000)}


def county_row(seed: int, year: int, profile: Profile, pupils: Mapping[str, int], special: int) -> Row:
    """``pupils``: by section; ``special``: pupils of special schools."""
    rng = dice(seed, "county", profile.county)
    people = population(year, profile.county)
    return {
        "county_code": profile.county,
        "county_name": code_list("managing_bodies").codes[profile.county].zh,
        "population_10k": people,
        "agricultural_population_10k": round(people * (1 - URBAN_SHARE[profile.setting]), 2),
        "townships": rng.randint(*TOWNSHIPS[profile.setting]),
        "villages": rng.randint(*VILLAGES[profile.setting]),
        **_economy(rng, year, profile),
        **_funds(rng, year, special),
        **_pay(rng, year, profile),
        **_rotation(rng, year, profile, sum(pupils.values())),
        **_quotas(rng, year, profile, pupils["junior"]),
        **_migrants(rng, year, profile, sum(pupils.values())),
        **_disabled(rng, year, profile, sum(pupils.values()), special),
    }


def population(year: int, county: str) -> float:
    """Residents in 万人: the area's published share of the city's total."""
    return round(calibration().city_population_10k[year] * calibration().population_shares[county], 2)


def survey_rows(seed: int, year: int, profile: Profile) -> list[Row]:
    rng = dice(seed, "survey", profile.county, year)
    rules = need(year)
    asked = math.ceil(population(year, profile.county) * 10000 / 1000 * rules["S1.sample_per_mille"] * 1.1)
    parents = math.ceil(asked * rng.uniform(0.55, 0.65))
    target = rng.uniform(0.78, 0.84) if profile.fails("S1", year) else rng.uniform(0.88, 0.96)
    return [
        _survey(rng, profile.county, group, count, target) for group, count in (("all", asked), ("parents", parents))
    ]


def assessment_rows(seed: int, year: int, profile: Profile) -> list[Row]:
    rng = dice(seed, "assessment", profile.county, year)
    rules = need(year)
    weak = profile.fails("Q9", year)
    limit = rules["Q9.difference"]
    rows = [
        {
            "county_code": profile.county,
            "subject": subject,
            "level": int(rules["Q9.level"]) + rng.randint(0, 1),
            "difference": round(rng.uniform(0.5, 0.92) * limit, 3),
        }
        for subject in code_list("subjects").codes
    ]
    if weak:
        rows[rng.randrange(len(rows))]["difference"] = round(limit * rng.uniform(1.05, 1.4), 3)
    return rows


def _survey(rng: Random, county: str, group: str, asked: int, target: float) -> Row:
    valid = math.floor(asked * rng.uniform(0.95, 0.99))
    visits = max(10, asked // 40)
    return {
        "county_code": county,
        "group": group,
        "questionnaires": asked,
        "valid": valid,
        "satisfied": round(valid * target),
        "visits": visits,
        "visits_satisfied": round(visits * target),
    }


def _economy(rng: Random, year: int, profile: Profile) -> Row:
    grown = 1.045 ** (year - YEARS[0])
    gdp = rng.uniform(*GDP[profile.setting])
    return {
        "gdp_per_capita_yuan": float(round(gdp * grown)),
        "revenue_per_capita_yuan": float(round(gdp * rng.uniform(0.07, 0.1) * grown)),
        "rural_income_yuan": float(round(rng.uniform(26000, 33000) * grown)),
        "urban_income_yuan": float(round(rng.uniform(40000, 52000) * grown)),
    }


def _funds(rng: Random, year: int, special: int) -> Row:
    rules = need(year)
    return {
        "public_funds_standard_primary_yuan": rules["G2.primary"],
        "public_funds_standard_junior_yuan": rules["G2.junior"],
        "special_funds_yuan": float(math.ceil(special * rules["G7.special"] * rng.uniform(1.01, 1.2) / 100) * 100),
        "special_pupils": special,
    }


def _pay(rng: Random, year: int, profile: Profile) -> Row:
    officials = round(rng.uniform(92000, 118000) * 1.03 ** (year - YEARS[0]), -2)
    ratio = rng.uniform(0.94, 0.985) if profile.fails("G8", year) else rng.uniform(1.005, 1.06)
    return {"civil_servant_pay_yuan": officials, "teacher_pay_yuan": float(math.ceil(officials * ratio / 100) * 100)}


def _share(rng: Random, year: int, profile: Profile, item: str, parameter: str) -> float:
    """A share that reaches the item's parameter (in percent), or stays below it where the area misses the item."""
    wanted = need(year)[parameter] / 100
    return wanted * (rng.uniform(0.7, 0.95) if profile.fails(item, year) else rng.uniform(1.02, 1.12))


def _rotation(rng: Random, year: int, profile: Profile, pupils: int) -> Row:
    eligible = max(40, round(pupils * 0.02))
    actual = math.ceil(eligible * _share(rng, year, profile, "G11", "G11.rotation"))
    backbone = math.ceil(actual * need(year)["G11.backbone"] / 100 * rng.uniform(1.05, 1.4))
    return {"rotation_eligible": eligible, "rotation_actual": actual, "rotation_backbone": backbone}


def _quotas(rng: Random, year: int, profile: Profile, junior: int) -> Row:
    plan = max(20, round(junior / 3 * 0.25))
    allotted = math.ceil(plan * _share(rng, year, profile, "G14", "G14.quota"))
    return {
        "good_senior_plan": plan,
        "good_senior_allotted": allotted,
        "good_senior_rural": round(allotted * rng.uniform(0.3, 0.5)),
    }


def _migrants(rng: Random, year: int, profile: Profile, pupils: int) -> Row:
    eligible = round(pupils * rng.uniform(0.08, 0.3))
    served = math.ceil(eligible * min(1.0, _share(rng, year, profile, "G15", "G15.migrant")))
    purchased = round(served * rng.uniform(0, 0.12))
    return {"migrant_eligible": eligible, "migrant_public": served - purchased, "migrant_purchased": purchased}


def _disabled(rng: Random, year: int, profile: Profile, pupils: int, special: int) -> Row:
    children = max(special, round(pupils * 0.004)) + rng.randint(5, 25)
    share = min(0.995, _share(rng, year, profile, "Q2", "Q2.disabled"))
    return {
        "disabled_children": children,
        "disabled_enrolled": min(children, math.ceil(children * share)),
        "disabled_in_special_schools": special,
    }
