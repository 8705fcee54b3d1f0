"""Rule by rule: whether it is applied, with which numbers, and how far each county keeps it."""

from collections.abc import Sequence
from typing import Any

from junheng.policy.rotation_rules import RotationRule, RotationRules, rotation_catalogue, rotation_parameters
from junheng.teachers.rotation.county import quota
from junheng.teachers.rotation.solve import CountyPlan


def rule_report(rules: RotationRules, plans: Sequence[CountyPlan]) -> list[dict[str, Any]]:
    """A row for each rule; ``state``: kept, broken (no plan keeps it), unknown (a number is missing)."""
    clashing = {rule for plan in plans if plan.conflict for rule in plan.conflict.rules}
    return [_row(one, rules, clashing, plans) for one in rotation_catalogue()]


def _row(one: RotationRule, rules: RotationRules, clashing: set[str], plans: Sequence[CountyPlan]) -> dict[str, Any]:
    numbers = [_number(name, rules) for name in one.parameters]
    applied = all(number["value"] is not None for number in numbers) or one.id in {"eligible", "excluded", "principal"}
    missing = [number["id"] for number in numbers if number["value"] is None]
    state = "broken" if one.id in clashing else "kept" if applied and not missing else "unknown"
    row = {
        "id": one.id,
        "title": {"zh": one.title.zh, "en": one.title.en},
        "kind": one.kind,
        "cite": one.cite,
        "state": state,
        "applied": applied,
        "parameters": numbers,
        "asked": missing,
    }
    if one.id in {"share", "backbone_share"}:
        row["counties"] = [_reached(one.id, rules, plan) for plan in plans]
    return row


def _number(name: str, rules: RotationRules) -> dict[str, Any]:
    held = rotation_parameters()[name]
    title = {"zh": held.title.zh, "en": held.title.en}
    return {"id": name, "title": title, "value": rules.values[name], "unit": held.unit, "cite": held.cite}


def _reached(rule: str, rules: RotationRules, plan: CountyPlan) -> dict[str, Any]:
    staff = plan.county.staff
    movers = plan.moves.teacher[~staff.principal[plan.moves.teacher]]
    backbone = int(staff.flags[movers, 0].sum())
    eligible = plan.county.eligible()
    if rule == "share":
        needed, reached = quota(rules.share, eligible), int(movers.size)
    else:
        needed, reached = quota(rules.backbone, int(movers.size)), backbone
    return {"county_code": plan.county.code, "needed": needed, "reached": reached, "kept": reached >= needed}


def asked(rules: RotationRules) -> list[dict[str, Any]]:
    """Every number that is not known, with what happens without it."""
    return [
        {
            **{name: value for name, value in _number(id_, rules).items() if name != "value"},
            "rule": one.id,
            "without": {"zh": one.without.zh, "en": one.without.en},
        }
        for one in rotation_catalogue()
        for id_ in one.parameters
        if rules.values[id_] is None and one.without is not None
    ]
