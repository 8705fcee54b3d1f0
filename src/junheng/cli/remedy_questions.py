"""The further questions of ``junheng remedy`` put to the engine; every answer is plain JSON."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from junheng.cli.output import Steps
from junheng.cli.remedy_ground import Ground
from junheng.cli.remedy_options import Questions

if TYPE_CHECKING:
    from junheng.balance.remedy import Plan

    Ask = Callable[[Questions, Ground, tuple[Plan, ...], Steps], Any]


def answers(asked: Questions, ground: Ground, plans: "tuple[Plan, ...]", step: Steps) -> dict[str, Any]:
    """By name of the question; only what is asked."""
    wanted: Mapping[str, tuple[bool, Ask]] = {
        "budget": (asked.budget is not None or asked.curve, _budget),
        "demands": (asked.demands, _demands),
        "sensitivity": (asked.share is not None, _sensitivity),
        "years": (bool(asked.budgets), _years),
    }
    return {name: ask(asked, ground, plans, step) for name, (asks, ask) in wanted.items() if asks}


def _budget(asked: Questions, ground: Ground, _plans: object, step: Steps) -> Any:
    """Section by section; with several ways by the ways of all counties, whole schools' works counted once."""
    from junheng.balance.remedy import curve, curve_by_ways, pupils_of, sections, set_out
    from junheng.balance.remedy.curve import STEPS
    from junheng.programs import Solver

    costs, steps = replace(ground.costs, move={}), STEPS if asked.curve else 0
    pupils, told = pupils_of(ground.evaluation), step("预算 Budgets")
    with Solver() as solver:
        if ground.costs.extended:
            table = set_out(ground.evaluation, costs, None, ground.shares)
            found = curve_by_ways(table, pupils, asked.budget, solver, by=asked.most.value, steps=steps, progress=told)
            return found.to_dict() if found else None
        parts = list(sections(ground.evaluation, costs))
        return curve(parts, pupils, asked.budget, solver, by=asked.most.value, steps=steps, progress=told).to_dict()


def _demands(_asked: object, ground: Ground, _plans: object, step: Steps) -> Any:
    """Section by section and fast; with several ways what is planned together is priced together, by programs."""
    from junheng.balance.remedy import priced, sections

    costs = replace(ground.costs, move={})
    if ground.costs.extended:
        return _demands_by_ways(replace(ground, costs=costs), step("要求 Demands"))
    parts = list(sections(ground.evaluation, costs))
    told, found, left_out = step("要求 Demands"), [], []
    for at, part in enumerate(parts):
        held = priced(part)
        told(at + 1, len(parts))
        if held is None:
            left_out.append(list(part.key))
        else:
            found.append(held.to_dict())
    return {"fast": True, "counties": found, "left_out": left_out}


def _demands_by_ways(ground: Ground, told: "Callable[[int, int], None]") -> Any:
    from junheng.balance.remedy import demands_by_ways, priced_by_ways, set_out
    from junheng.programs import Solver

    table = set_out(ground.evaluation, ground.costs, None, ground.shares)
    several, done = sum(demands_by_ways(one) for one in table.groups), 0

    def one_more() -> None:
        nonlocal done
        done += 1
        told(done, several)

    found, left_out = [], [list(one.key) for one in table.todo if one.problem is None]
    with nullcontext() if ground.fast else Solver() as solver:
        for group in table.groups:
            held = priced_by_ways(group, solver, progress=one_more)
            if held is None:
                left_out += [list(key) for key in group.keys]
            else:
                found.append(held.to_dict())
    return {"fast": ground.fast, "counties": found, "left_out": left_out}


def _sensitivity(asked: Questions, ground: Ground, _plans: object, step: Steps) -> Any:
    """By the fast method; with several ways, whose bound it leaves far below, by programs unless asked for it."""
    from junheng.balance.remedy import remedy, sensitivity, together

    fast = ground.fast or not ground.costs.extended
    costs = replace(ground.costs, move={})
    plain = remedy(ground.evaluation, costs, shares=ground.shares, fast=fast)
    found = sensitivity(
        ground.evaluation,
        costs,
        by=asked.share or 0.0,
        shares=ground.shares,
        fast=fast,
        progress=step("浮动 Variants"),
    )
    variants = [one.to_dict() for one in found]
    return {"by": asked.share, "fast": fast, **together(plain.plans), "variants": variants}


def _years(asked: Questions, ground: Ground, plans: "tuple[Plan, ...]", _step: Steps) -> list[dict[str, Any]]:
    """One order a county: its sections share the budgets."""
    from junheng.balance.remedy import pupils_of, spread, why_not
    from junheng.programs import Solver

    pupils = pupils_of(ground.evaluation)
    groups: dict[tuple[Any, ...], list[Plan]] = {}
    for one in plans:
        groups.setdefault((one.key[0], *one.key[2:]), []).append(one)
    whole = ground.shares is not None
    found = []
    with Solver() as solver:
        for (code, *year), held in groups.items():
            gains: dict[tuple[str, str], float] = {}
            for one in held:
                for school, count in pupils[one.key].items():
                    place = ("" if whole else one.key[1], school)
                    gains[place] = gains.get(place, 0.0) + count
            planned = all(one.cost is not None for one in held)
            done = [replace(one, key=(code, "", *year)) for one in held] if whole else held
            order = spread(done, asked.budgets, gains, solver, lead=asked.lead) if planned else None
            why = why_not(done, asked.budgets, asked.lead) if planned and not order else []
            found.append(
                {
                    "county_code": code,
                    **({"year": year[0]} if year else {}),
                    "order": order.to_dict() if order else None,
                    "reasons": [{"zh": one.zh, "en": one.en} for one in why],
                }
            )
    return found
