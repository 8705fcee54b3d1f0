"""The engine's answers to the further questions, as plain JSON with the names that pages show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from junheng.balance import InputError
from junheng.balance.remedy import (
    Action,
    Plan,
    Section,
    curve,
    demands,
    priced,
    pupils_of,
    remedy,
    sections,
    sensitivity,
    spread,
    together,
    why_not,
)
from junheng.programs import Solver
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import Told, costs_without_moves, refusal_of

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


def _parts(year: Opened, study: RemedyStudy, county: str = "") -> Iterator[Section]:
    """The county sections of the study, of one county when it is named, without moves."""
    for code, prices in study.prices.items():
        if county in ("", code):
            costs = costs_without_moves(year, prices, study.asked["limits"], code)
            yield from sections(year.counties[code], costs)


def _budget(year: Opened, study: RemedyStudy, asked: Asked, told: Told) -> Answer:
    parts = list(_parts(year, study, asked["county"]))
    pupils = {key: held for code in study.prices for key, held in pupils_of(year.counties[code]).items()}
    with Solver() as solver:
        found = curve(parts, pupils, asked["budget"], solver, by=asked["by"], seconds=SECONDS, progress=told)
    actions = [
        {"county": key[0], "section": key[1], "school_name": year.names[one["school_code"]], **one}
        for key, held in found.actions.items()
        for one in held
    ]
    return {**found.to_dict(), "actions": actions}


def _demands(year: Opened, study: RemedyStudy, _asked: Asked, told: Told) -> Answer:
    parts = list(_parts(year, study))
    several = sum(demands(one.problem, schools=True) for one in parts if one.problem is not None)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        told(done, several)

    found, left_out = [], []
    for part in parts:
        held = priced(part, progress=step)
        if held is None:
            left_out.append([part.key[0], part.key[1]])
        else:
            found.append(_named(year, held.to_dict()))
    return {"sections": found, "left_out": left_out}


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
        plain = remedy(year.counties[code], costs, shares=year.shares, fast=True)
        step = _part_of(told, at, count)
        varied = sensitivity(year.counties[code], costs, by=asked["by"] / 100, shares=year.shares, progress=step)
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
