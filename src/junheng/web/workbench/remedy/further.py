"""The engine's answers to the further questions, as plain JSON with the names that pages show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from junheng.balance import InputError
from junheng.balance.remedy import (
    Action,
    Costs,
    Plan,
    Priced,
    curve,
    curve_by_ways,
    demands,
    demands_by_ways,
    priced,
    priced_by_ways,
    pupils_of,
    remedy,
    sections,
    sensitivity,
    set_out,
    spread,
    together,
    why_not,
)
from junheng.programs import Solver
from junheng.web.kit.refusal import refused_for
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import NOT_FOUND, Told, costs_without_moves, refusal_of

SECONDS = 3.0
"""For each point of a curve, and for the order of years three times as long."""
Asked = Mapping[str, Any]
Answer = dict[str, Any]


def answer_to(what: str, year: Opened, study: RemedyStudy, asked: Asked, told: Told) -> Answer:
    """The answer to one question.

    Args:
        what: kind of question.
        year: of the study.
        study: answered.
        asked: as ``asked_of`` gives it.
        told: how far it is.

    Raises:
        Refusal: the limits of the study do not fit.
    """
    try:
        return ANSWERS[what](year, study, asked, told)
    except InputError as error:
        raise refusal_of(error, year.law) from error


def _costs(year: Opened, study: RemedyStudy, county: str = "") -> dict[str, Costs]:
    """Unit costs and ways of the counties of the study, of one when it is named, without moves."""
    asked = {code: prices for code, prices in study.prices.items() if county in ("", code)}
    return {code: costs_without_moves(year, prices, study.asked["limits"], code) for code, prices in asked.items()}


def _joined(tables: Sequence[Any]) -> Any:
    """Several tables set out (``set_out``), as one."""
    todo = tuple(part for one in tables for part in one.todo)
    return replace(tables[0], todo=todo, counties=tuple(county for one in tables for county in one.counties))


def _budget(year: Opened, study: RemedyStudy, asked: Asked, told: Told) -> Answer:
    pupils = {key: held for code in study.prices for key, held in pupils_of(year.counties[code]).items()}
    costs = _costs(year, study, asked["county"])
    how: dict[str, Any] = {"by": asked["by"], "seconds": SECONDS, "progress": told}
    with Solver() as solver:
        if any(one.extended for one in costs.values()):
            tables = [set_out(year.counties[code], one, None, year.shares_in(code)) for code, one in costs.items()]
            found = curve_by_ways(_joined(tables), pupils, asked["budget"], solver, **how)
        else:
            parts = [part for code, one in costs.items() for part in sections(year.counties[code], one)]
            found = curve(parts, pupils, asked["budget"], solver, **how)
    if found is None:
        raise refused_for([NOT_FOUND])
    actions = [
        {"county": key[0], "section": key[1], "school_name": year.names[one["school_code"]], **one}
        for key, held in found.actions.items()
        for one in held
    ]
    return {**found.to_dict(), "actions": actions}


def _demands(year: Opened, study: RemedyStudy, _asked: Asked, told: Told) -> Answer:
    step = _Step(told)
    found, left_out = [], []
    with Solver() as solver:
        asked = list(_asked_prices(year, study, solver))
        step.several = sum(one.several for one in asked)
        for one in asked:
            held = one.priced(progress=step)
            if held is None:
                left_out += one.keys
            else:
                found.append(_named(year, held.to_dict()))
    return {"sections": found, "left_out": left_out}


class _Step:
    """Counts what is done."""

    def __init__(self, told: Told) -> None:
        self.told, self.done, self.several = told, 0, 0

    def __call__(self) -> None:
        self.done += 1
        self.told(self.done, self.several)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Sections whose demands are priced together: their county and section, how many demands, and how."""

    keys: list[list[str]]
    several: int
    priced: Callable[..., Priced | None]


def _asked_prices(year: Opened, study: RemedyStudy, solver: Solver) -> Iterator[_Asked]:
    """Section by section and fast; where a county has several ways, what is planned together, by programs."""
    for code, costs in _costs(year, study).items():
        if costs.extended:
            yield from _asked_by_ways(year, code, costs, solver)
            continue
        for part in sections(year.counties[code], costs):
            several = 0 if part.problem is None else demands(part.problem, schools=True)
            yield _Asked([[part.key[0], part.key[1]]], several, partial(priced, part))


def _asked_by_ways(year: Opened, county: str, costs: Costs, solver: Solver) -> Iterator[_Asked]:
    table = set_out(year.counties[county], costs, None, year.shares_in(county))
    for one in (part for part in table.todo if part.problem is None):
        yield _Asked([[one.key[0], one.key[1]]], 0, partial(priced, one))
    for group in table.groups:
        keys = [[key[0], key[1]] for key in group.keys]
        yield _Asked(keys, demands_by_ways(group), partial(priced_by_ways, group, solver))


def _named(year: Opened, section: Answer) -> Answer:
    """With the names of schools."""
    named = {
        name: [{**one, "school_name": year.names.get(one["school_code"] or "")} for one in section[name]]
        for name in ("demands", "drivers")
    }
    return {**section, **named}


def _sensitivity(year: Opened, study: RemedyStudy, asked: Asked, told: Told) -> Answer:
    found, count = {}, len(study.prices)
    for at, (code, prices) in enumerate(study.prices.items()):
        costs = costs_without_moves(year, prices, study.asked["limits"], code)
        fast, shares = not costs.extended, year.shares_in(code)
        plain = remedy(year.counties[code], costs, shares=shares, fast=fast)
        step = _part_of(told, at, count)
        varied = sensitivity(year.counties[code], costs, by=asked["by"] / 100, shares=shares, fast=fast, progress=step)
        found[code] = {**together(plain.plans), "variants": [one.to_dict() for one in varied]}
    return {"counties": found}


def _part_of(told: Told, at: int, count: int) -> Told:
    return lambda done, of: told(at * of + done, count * of)


def _years(year: Opened, study: RemedyStudy, asked: Asked, told: Told) -> Answer:
    told(0, 1)
    budgets = dict(zip(range(asked["first"], asked["last"] + 1), asked["money"], strict=True))
    plans = [_whole(county["works"]) for county in study.result or ()]
    pupils: dict[tuple[str, str], float] = defaultdict(float)
    for code in study.prices:
        for held in pupils_of(year.counties[code]).values():
            for school, count in held.items():
                pupils["", school] += count
    with Solver() as solver:
        order = spread(plans, budgets, pupils, solver, lead=asked["lead"], seconds=3 * SECONDS)
    why = [] if order else why_not(plans, budgets, asked["lead"])
    told(1, 1)
    return {
        "order": order.to_dict() if order else None,
        "reasons": [{"zh": one.zh, "en": one.en} for one in why],
        "pupils": {code: count for (_, code), count in pupils.items() if order and ("", code) in order.paid},
    }


def _whole(works: list[dict[str, Any]]) -> Plan:
    """The works of a county by whole schools, as a plan to be spread."""
    actions = tuple(
        Action(one["school_code"], one["indicator"], one["action"], one["amount"], one["cost"]) for one in works
    )
    return Plan(("", ""), "optimal", sum(one.cost for one in actions), None, actions)


ANSWERS: Mapping[str, Callable[[Opened, RemedyStudy, Asked, Told], Answer]] = {
    "budget": _budget,
    "demands": _demands,
    "sensitivity": _sensitivity,
    "years": _years,
}
