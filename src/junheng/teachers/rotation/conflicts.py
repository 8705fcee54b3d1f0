"""Why the shares cannot be reached: the smallest set of rules that cannot be kept together, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.programs import Program, Solver, smallest_clash
from junheng.teachers.rotation.county import County, quota
from junheng.teachers.rotation.master import Master, master, relax
from junheng.teachers.rotation.whole import mixed

SECONDS = 5.0
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Conflict:
    """``rules``: ids of those that clash; ``words``: each with its number; movers ``needed`` and ``possible``."""

    rules: tuple[str, ...]
    words: Text
    needed: int
    possible: int


Relief = Callable[[County, RotationRules], tuple[County, RotationRules]]


def _everything_fits(county: County, rules: RotationRules) -> tuple[County, RotationRules]:
    return replace(county, wanted=np.zeros_like(county.wanted)), rules


def _one_section(county: County, rules: RotationRules) -> tuple[County, RotationRules]:
    return replace(county, section=np.zeros_like(county.section)), rules


def _nobody_held(county: County, rules: RotationRules) -> tuple[County, RotationRules]:
    staff = county.staff
    return replace(county, staff=replace(staff, held=np.full_like(staff.held, -1))), rules


def _without(**numbers: float | None) -> Relief:
    return lambda county, rules: (county, replace(rules, **numbers))  # type: ignore[arg-type]


RELIEFS: Mapping[str, Relief] = {
    "child": _without(child=None),
    "couple": _without(couple=None),
    "into": _without(into=None),
    "out": _without(out=None),
    "cap": _without(cap=None),
    "most": _without(most=None),
    "subject": _everything_fits,
    "section": _one_section,
    "backbone_share": _without(backbone=0.0),
    "held": _nobody_held,
}
"""How a rule is left out, those to be left out first come first; the share itself always stays."""


def conflict(county: County, rules: RotationRules, solver: Solver) -> Conflict:
    """The clash of a county whose shares cannot be reached."""

    def fails(kept: list[str]) -> bool:
        return short(*_relieved(county, rules, kept), solver) > 0

    asked = [one for one in RELIEFS if _applies(one, county, rules)]
    kept = smallest_clash(asked, fails)
    needed = quota(rules.share, county.eligible())
    missing = short(county, rules, solver)
    clashing = ("share", *([one for one in RELIEFS if one in kept] or ["county"]))
    if "held" in kept and short(*_relieved(county, replace(rules, share=0.0), kept), solver) > 0:
        clashing = clashing[1:]
    return Conflict(clashing, _words(clashing, county, rules, needed, needed - missing), needed, needed - missing)


def _applies(rule: str, county: County, rules: RotationRules) -> bool:
    if rule == "held":
        return bool((county.staff.held >= 0).any())
    named = {"child": rules.child, "couple": rules.couple, "into": rules.into, "out": rules.out, "cap": rules.cap}
    return {**named, "most": rules.most}.get(rule, 0.0) is not None


def _relieved(county: County, rules: RotationRules, kept: list[str]) -> tuple[County, RotationRules]:
    for one, relief in RELIEFS.items():
        if one not in kept:
            county, rules = relief(county, rules)
    return county, rules


def short(county: County, rules: RotationRules, solver: Solver) -> int:
    """How many movers the shares ask for in vain; 0 where it is not proven that they cannot be reached."""
    free = replace(rules, weights=replace(rules.weights, **dict.fromkeys(rules.weights.__dataclass_fields__, 0.0)))
    program = master(county, free, near=county.posts)
    lack = relax(program).lack
    answer = solver.solve(_lacking(program), SECONDS)
    proven = answer.bound if answer.values is not None else 0.0
    return int(np.ceil(max(lack, proven) - HALF * 1e-3))


def _lacking(program: Master) -> Program:
    """The program that makes missing movers few and nothing else."""
    given = mixed(program, program.arcs)
    cost = np.zeros(given.cost.size)
    cost[program.fixed - 1] = 1.0
    return replace(given, cost=cost)


def _words(clashing: tuple[str, ...], county: County, rules: RotationRules, needed: int, possible: int) -> Text:
    said = {
        "share": Text(
            f"交流比例不低于 {rules.share:g}%，即 {needed} 人（符合条件 {county.eligible()} 人）",
            f"at least {rules.share:g} % move, that is {needed} (eligible: {county.eligible()})",
        ),
        "child": Text(
            f"新学校距子女学校不超过 {rules.child} 公里", f"at most {rules.child} km from the child's school"
        ),
        "couple": Text(f"夫妻同一年至多 {rules.couple} 人交流", f"at most {rules.couple} of a couple move in one year"),
        "into": Text(
            f"一校交流入不超过本校教师的 {rules.into}%", f"at most {rules.into} % of a school's teachers arrive"
        ),
        "out": Text(f"一校交流出不超过本校教师的 {rules.out}%", f"at most {rules.out} % of a school's teachers leave"),
        "cap": Text(f"路程不超过 {rules.cap} 公里", f"at most {rules.cap} km"),
        "most": Text(f"交流比例不超过 {rules.most}%", f"at most {rules.most} % move"),
        "subject": Text("不派往该学科需求为 0 的学校", "nobody goes where the subject is not needed"),
        "section": Text("学段一致", "the same section"),
        "county": Text("只在本区县有路程的学校之间交流", "only between schools of the county with a way between them"),
        "held": Text(f"锁定的安排 {_held(county)} 人", f"{_held(county)} placements are held"),
        "backbone_share": Text(
            f"交流教师中骨干不低于 {rules.backbone:g}%（可交流的骨干 {_backbone(county)} 人）",
            f"at least {rules.backbone:g} % of those who move are backbone teachers ({_backbone(county)} may move)",
        ),
    }
    zh = "；".join(said[one].zh for one in clashing)
    en = "; ".join(said[one].en for one in clashing)
    if "held" in clashing:
        return Text(f"以下要求不能同时满足：{zh}", f"These cannot be kept together: {en}")
    return Text(
        f"以下要求不能同时满足，最多只能交流 {possible} 人：{zh}",
        f"These cannot be kept together, at most {possible} can move: {en}",
    )


def _held(county: County) -> int:
    return int((county.staff.held >= 0).sum())


def _backbone(county: County) -> int:
    staff = county.staff
    return int((staff.flags[:, 0] & staff.mobile & ~staff.principal).sum())
