"""A remedy in words for the screen: cost and proof, then what to do school by school."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.balance.model import STATE_TITLES, state_of
from junheng.balance.remedy import Action, Plan, Remedy, quantities
from junheng.cli.output import both
from junheng.policy import Language, Standard, Text
from junheng.publish.rounding import DISPERSION, shown
from junheng.publish.words import section_title

STATUS = {
    "optimal": Text("已证明最省", "proven cheapest"),
    "gap": Text("尚有差距", "a gap is open"),
    "infeasible": Text("做不到", "cannot be done"),
    "refused": Text("无法评定", "not judgeable"),
}
VERBS = {
    "add": Text("增加", "add"),
    "train": Text("培训", "train"),
    "recognise": Text("认定", "recognise"),
    "convert": Text("改建", "convert"),
    "hire": Text("招聘", "hire"),
    "build": Text("新建", "build"),
}
MOST = 40
"""Actions named per section; ``--json`` has all."""


def remedy_lines(found: Remedy, language: Language) -> Iterator[str]:
    """One block per county section."""
    units = {one.indicator: one.unit for one in quantities(found.after.standard)}
    entries = found.entries()
    for plan in found.plans:
        yield from _plan(plan, entries[plan.key], units, language)


def _plan(plan: Plan, after: Mapping[str, Any], units: Mapping[str, str], language: Language) -> Iterator[str]:
    code, section, *year = plan.key
    head = " ".join(str(part) for part in (code, section_title(section).in_(language), *year))
    yield f"{head}: {STATUS[plan.status].in_(language)}"
    if plan.words is not None:
        yield f"  {plan.words.in_(language)}"
    if plan.cost is None:
        return
    money = f"{plan.cost:,.2f}", f"{plan.bound or 0.0:,.2f}", f"{plan.gap or 0.0:.3%}"
    said = Text("花费 {} 元，任何方案不少于 {} 元，差距 {}", "costs {} yuan; no plan costs less than {}; gap {}")
    yield f"  {said.in_(language).format(*money)}"
    if plan.ends is not None:
        ends = f"{plan.ends[0]:,.2f}", f"{plan.ends[1]:,.2f}"
        between = Text(
            "单价取范围的两端，同一方案花费 {}—{} 元", "at the ends of its unit costs it costs {} to {} yuan"
        )
        yield f"  {between.in_(language).format(*ends)}"
    yield from (f"  {_action(one, units, language)}" for one in plan.actions[:MOST])
    if len(plan.actions) > MOST:
        more = len(plan.actions) - MOST
        yield f"  另有 {more} 条，见 --json" if language == "zh" else f"  {more} more: see --json"
    spread = ", ".join(f"{one['id']} {shown(one['dispersion'], DISPERSION)}" for one in after["indicators"])
    state = STATE_TITLES[state_of(plan.passes)].in_(language)
    yield (
        f"  实施后：{state}；差异系数 {spread}" if language == "zh" else f"  afterwards: {state}; dispersions {spread}"
    )


def whole_lines(given: Sequence[Mapping[str, Any]], law: Standard, language: Language) -> Iterator[str]:
    """What is done for whole schools, of which the plans above tell each section's part; ``given`` as in ``--json``."""
    if not given:
        return
    units = {one.indicator: one.unit for one in quantities(law)}
    yield both(
        "多学段学校的整校数量（上面是各学段所得的一份，费用只算一次）：",
        "Whole schools of several sections (above, what each section gets; paid once):",
        language,
    )
    for one in given[:MOST]:
        kind = f" {one['kind']}" if "kind" in one else ""
        quantity = f"{one['indicator']} {_number(one['amount'])} {units[one['indicator']]}"
        verb = VERBS[one["action"]].in_(language)
        money = both(f"，{one['cost']:,.2f} 元", f", {one['cost']:,.2f} yuan", language) if one["cost"] else ""
        yield f"  {one['school_code']} {verb}{kind} {quantity}{money}"
    if len(given) > MOST:
        yield both(f"  另有 {len(given) - MOST} 条，见 --json", f"  {len(given) - MOST} more: see --json", language)


def _number(amount: float) -> str:
    return f"{amount:g}" if amount == int(amount) else f"{amount:.3f}".rstrip("0").rstrip(".")


def _action(one: Action, units: Mapping[str, str], language: Language) -> str:
    quantity = f"{one.indicator} {_number(one.amount)} {units[one.indicator]}"
    if one.action in {"move_in", "move_out"}:
        words = {
            "move_in": Text(f"从 {one.other} 调入 {quantity}", f"take {quantity} from {one.other}"),
            "move_out": Text(f"向 {one.other} 调出 {quantity}", f"give {quantity} to {one.other}"),
        }[one.action]
    else:
        kind = f" {one.kind}" if one.kind else ""
        verb = VERBS[one.action]
        words = Text(f"{verb.zh}{kind} {quantity}", f"{verb.en}{kind} {quantity}")
    cost = Text(f"，{one.cost:,.2f} 元", f", {one.cost:,.2f} yuan").in_(language) if one.cost else ""
    return f"{one.school_code} {words.in_(language)}{cost}"
