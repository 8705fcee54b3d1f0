"""Rows of equipment and funds."""

import math

from junheng.demo.dice import dice
from junheng.demo.need import JUDGED, need
from junheng.demo.tables import Row, SchoolYear

BOARDING_EXTRA = 1.15
MEAN_SPARE = 0.12
"""Budgets lie up to this share above what the standard funds."""
LAGGING_SCHOOLS = 0.35


def money_row(one: SchoolYear) -> Row:
    rng = dice(one.seed, "money", one.code, one.year)
    funded = _funded(one) * rng.uniform(1.0, 1 + MEAN_SPARE) * (BOARDING_EXTRA if one.school.boarding else 1.0)
    budget = _hundreds(funded)
    final = _hundreds(budget * rng.uniform(0.97, 1.0))
    lagging = one.profile.fails("Q4", one.year) and dice(one.seed, "Q4", one.code).random() < LAGGING_SCHOOLS
    share = rng.uniform(0.03, 0.046) if lagging else rng.uniform(1.03, 1.3) * need(one.year)["Q4.training"] / 100
    return {
        "school_code": one.code,
        "equipment_value_yuan": one.stock.shared["L6"],
        "public_funds_budget_yuan": budget,
        "public_funds_final_yuan": final,
        "training_budget_yuan": _hundreds(budget * share),
        "training_final_yuan": _hundreds(max(budget, final) * share),
        "pupils_last_year": sum(one.before.values()),
    }


def _funded(one: SchoolYear) -> float:
    """Public funds by the standard of the year: special pupils at their own, small schools as if they were larger."""
    rules = need(one.year)
    if one.school.kind.id == "special":
        return one.pupils_total * rules["G7.special"]
    by_head = {section: rules[f"G2.{section if section in JUDGED else 'junior'}"] for section in one.pupils}
    counted = sum(by_head[section] * count for section, count in one.pupils.items())
    if one.profile.fails("G6", one.year):
        return counted
    return max(counted, rules["G6.pupils"] * max(by_head.values()))


def _hundreds(yuan: float) -> float:
    """Whole hundreds of yuan, so that the amount in 万元 has two decimals."""
    return float(math.ceil(yuan / 100) * 100)
