"""The engine's answer for the counties of a year, as plain JSON with the names that pages show."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from junheng.balance import Evaluation, InputError
from junheng.balance.remedy import Action, Costs, Plan, Remedy, remedy, whole_sum
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal, refused_for
from junheng.web.portal.words import in_names
from junheng.web.workbench.remedy.checking import checked
from junheng.web.workbench.remedy.levers import costs_with, faults_in
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.reported import reported
from junheng.web.workbench.remedy.works import works_of

Told = Callable[[int, int], None]
ToldOf = Callable[[str, int, int], None]
"""Told a county's code, and how much of all counties is done."""


def costs_of(year: Opened, prices: Mapping[str, Any], limits: Mapping[str, Any], county: str) -> Costs:
    """Unit costs, ways and limits of a county in the engine's terms.

    Raises:
        InputError: with everything that does not fit.
    """
    return costs_with(prices, limits, year.law, reported(year.rows(county)))


def costs_without_moves(year: Opened, prices: Mapping[str, Any], limits: Mapping[str, Any], county: str) -> Costs:
    """Unit costs and limits of a county for the fast method: nobody moves, and no budget is kept.

    Raises:
        InputError: with everything that does not fit.
    """
    kept = {name: one for name, one in own_limits(limits, year, county).items() if name != "budget"}
    return costs_of(year, {**prices, "move": {}}, kept, county)


def solved(year: Opened, asked: Mapping[str, Any], prices: Mapping[str, Any], told: ToldOf) -> list[dict[str, Any]]:
    """One entry a county, with the real verdict after the plans of all of them.

    Args:
        year: the published year.
        asked: as ``Asked.stored``; limits that name schools of other counties do not bear on a county.
        prices: as ``prices.stored``, by county code.
        told: which county is being solved, and how many county sections are done.

    Raises:
        Refusal: the table or the limits do not fit.
    """
    sections = {code: year.counties[code].county_count for code in prices}
    before, found = 0, []
    for code, held in prices.items():
        step = _step(told, code, before, sum(sections.values()))
        step(0, 0)
        try:
            costs = costs_of(year, held, own_limits(asked["limits"], year, code), code)
            shares = year.shares_in(code)
            answer = remedy(year.counties[code], costs, shares=shares, seconds=asked["seconds"], progress=step)
        except InputError as error:
            raise refusal_of(error, year.law) from error
        found.append(_county(year, code, answer, costs))
        before += sections[code]
    return checked(year, found)


def _step(told: ToldOf, county: str, before: int, whole: int) -> Told:
    """Tells how far all counties are, when a county says how far it is."""
    return lambda done, _of: told(county, before + done, whole)


def own_limits(limits: Mapping[str, Any], year: Opened, county: str) -> dict[str, Any]:
    """The limits without lines on schools of other counties."""
    here = set(year.rows(county)["school_code"])
    lines = {name: [one for one in limits.get(name, ()) if one["school_code"] in here] for name in LINES}
    return {**limits, **{name: held for name, held in lines.items() if name in limits}}


LINES = ("pinned", "forbidden")


def refusal_of(error: InputError, law: Standard) -> Refusal:
    """Everything that does not fit, as a refusal."""
    return refused_for(faults_in(error, law))


def _county(year: Opened, code: str, answer: Remedy, costs: Costs) -> dict[str, Any]:
    evaluation = year.counties[code]
    before = {entry["section"]: entry for entry in evaluation.to_dict()["counties"]}
    after = {entry["section"]: entry for entry in answer.after.to_dict()["counties"]}
    actions = [_action(year, one.key[1], action) for one in answer.plans for action in one.actions]
    return {
        "code": code,
        "sections": [_section(year, evaluation, one, before[one.key[1]], after[one.key[1]]) for one in answer.plans],
        "actions": actions,
        "works": works_of(actions, year.shares, year.law, {(one.means, one.name): one.counts for one in costs.ways}),
        "together": _together(year, code, answer.plans),
    }


def _together(year: Opened, code: str, plans: Sequence[Plan]) -> bool:
    """Whether the sections were solved as one: they share schools, and all of them can be judged."""
    linked = year.shared & set(year.rows(code)["school_code"])
    return bool(linked) and all(one.status != "refused" for one in plans)


def _section(
    year: Opened, evaluation: Evaluation, plan: Plan, before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, Any]:
    section, schools, planned = plan.key[1], before["schools"], plan.cost is not None
    limits = evaluation.bounds(section, before.get("year"))
    changed = {one["id"]: one["dispersion"] for one in after["indicators"]} if planned else {}
    return {
        "section": section,
        "status": plan.status,
        "cost": plan.cost,
        "bound": plan.bound,
        "words": _named(year, NOT_FOUND if plan.status == "gap" and not planned else plan.words),
        "conflict": [_named(year, one.words) for one in plan.conflict],
        "schools": len(schools),
        "passing": _passing(before),
        "passing_after": _passing(after) if planned else None,
        "unjudged": [_unjudged(year, one) for one in schools if one["passes"] is None],
        "dispersions": [
            {
                "id": one["id"],
                "before": one["dispersion"],
                "met": one["met"],
                "after": changed.get(one["id"]),
                "limit": limits[one["id"]].limit,
            }
            for one in before["indicators"]
        ],
    }


NOT_FOUND = Text(
    "在给定时间内没有找到方案，也没有证明不存在；请延长求解时间再算",
    "No plan was found in the time given, nor is it proven that there is none; allow more seconds",
)


def _passing(entry: Mapping[str, Any]) -> int:
    return sum(one["passes"] is True for one in entry["schools"])


def _unjudged(year: Opened, school: Mapping[str, Any]) -> dict[str, Any]:
    lacking = [id_ for id_, value in school["values"].items() if value is None]
    return {"code": school["school_code"], "name": year.names[school["school_code"]], "lacking": lacking}


def _named(year: Opened, words: Text | None) -> dict[str, str] | None:
    """Words of the engine with the names of schools in place of their codes, and of indicators behind their ids."""
    if words is None:
        return None
    said = in_names(words, year.names)
    zh, en = said.zh, said.en
    for one in year.law.indicators:
        zh, en = (
            zh.replace(f"{one.id} ", f"{one.id}{one.short.zh} "),
            en.replace(f" {one.id} ", f" {one.id} {one.short.en} "),
        )
    return {"zh": zh, "en": en}


SMALLEST = 6
"""Decimals of an amount: a section's share of what comes in steps of a whole school."""


def _action(year: Opened, section: str, action: Action) -> dict[str, Any]:
    held = action.to_dict()
    other = {"other_name": year.names[action.other]} if action.other else {}
    held["amount"] = round(held["amount"], SMALLEST)
    return {"section": section, "school_name": year.names[action.school_code], **held, **other}


def totals(result: Sequence[Mapping[str, Any]]) -> tuple[float | None, float | None]:
    """Cost and bound of all county sections together; none while one of them has none."""
    sections = [one for county in result for one in county["sections"]]
    return whole_sum(one["cost"] for one in sections), whole_sum(one["bound"] for one in sections)
