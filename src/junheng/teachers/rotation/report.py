"""A rotation as one document: placements with their reasons, rules, counties, fairness, money, what is asked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.county import FLAGS
from junheng.teachers.rotation.fairness import fairness
from junheng.teachers.rotation.placements import placements
from junheng.teachers.rotation.refusals import excluded, refusals
from junheng.teachers.rotation.rule_report import asked, rule_report
from junheng.teachers.rotation.solve import CountyPlan, city_gap
from junheng.teachers.rotation.spread import dispersions
from junheng.teachers.rotation.terms import terms


def report(city: City, rules: RotationRules, plans: Sequence[CountyPlan]) -> dict[str, Any]:
    """The document; numbers in full precision, words in both languages."""
    rows = [row for plan, posts in zip(plans, city.posts, strict=True) for row in placements(city, plan, posts)]
    points, bound, gap = city_gap(plans)
    movers = [row["teacher_id"] for row in rows if not row["principal"]]
    return {
        "status": _status(plans),
        "objective": points,
        "bound": bound,
        "gap": gap,
        "placements": rows,
        "rules": rule_report(rules, plans),
        "weights": {name: getattr(rules.weights, name) for name in rules.weights.__dataclass_fields__},
        "counties": [_county(plan) for plan in plans],
        "refused": [row for plan, posts in zip(plans, city.posts, strict=True) for row in refusals(city, plan, posts)],
        "excluded": list(excluded(city)),
        "fairness": fairness(city, movers),
        "allowance": _allowance(rules, len(rows)),
        "asked": asked(rules),
        "ignored_columns": {one.table.file: list(one.ignored) for one in (city.teachers, city.schools) if one.ignored},
    }


def _status(plans: Sequence[CountyPlan]) -> str:
    """The worst of the counties."""
    found = {plan.status for plan in plans}
    return next((one for one in ("infeasible", "within_gap") if one in found), "optimal")


def _county(plan: CountyPlan) -> dict[str, Any]:
    county, after = plan.county, plan.moves.posts(plan.county)
    staff = county.staff
    teachers = ~staff.principal[plan.moves.teacher]
    movers = plan.moves.teacher[teachers]
    before, now = terms(county, plan.rules, staff.post), terms(county, plan.rules, after)
    eligible, feasible = county.eligible(), plan.conflict is None
    return {
        "county_code": county.code,
        "status": plan.status,
        "objective": plan.points if feasible else None,
        "bound": plan.bound if feasible else None,
        "gap": plan.gap if feasible else None,
        "teachers": int((~staff.principal).sum()),
        "eligible": eligible,
        "movers": int(movers.size),
        "share": movers.size / eligible if eligible else None,
        "backbone_movers": int(staff.flags[movers, 0].sum()),
        "heads": int((~teachers).sum()),
        "mean_km": now.km / plan.moves.count if plan.moves.count else None,
        "dispersion": _dispersions(plan),
        "before": before.to_dict(),
        "after": now.to_dict(),
        "reason": _reason(plan),
    }


def _dispersions(plan: CountyPlan) -> list[dict[str, Any]]:
    after = plan.moves.posts(plan.county)
    sections = list(vocabulary("section"))
    rows = []
    for at, flag in enumerate(FLAGS):
        old, new = dispersions(plan.county, at), dispersions(plan.county, at, after)
        rows += [{"of": flag, "section": sections[one], "before": old[one], "after": new[one]} for one in sorted(old)]
    return rows


def _reason(plan: CountyPlan) -> Mapping[str, Any] | None:
    why = plan.conflict
    if why is None:
        return None
    return {
        "zh": why.words.zh,
        "en": why.words.en,
        "rules": list(why.rules),
        "needed": why.needed,
        "possible": why.possible,
    }


def _allowance(rules: RotationRules, movers: int) -> dict[str, Any]:
    """Yuan a month; nothing where the amount is not known."""
    if rules.allowance is None:
        words = Text("交流补贴标准没有填写，不算预算", "the allowance is not given, no budget is counted")
        return {"per_month": None, "yuan_per_month": None, "zh": words.zh, "en": words.en}
    total = rules.allowance * movers
    words = Text(f"{movers} 人，每月 {total:,.2f} 元", f"{movers} persons, {total:,.2f} yuan a month")
    return {"per_month": rules.allowance, "yuan_per_month": total, "zh": words.zh, "en": words.en}
