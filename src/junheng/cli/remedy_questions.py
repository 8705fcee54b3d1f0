"""The further questions of ``junheng remedy`` put to the engine; every answer is plain JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from junheng.cli.output import Steps, refuse
from junheng.cli.remedy_options import Questions

if TYPE_CHECKING:
    from junheng.balance import Evaluation
    from junheng.balance.remedy import Costs, Plan

    Ask = Callable[[Questions, Evaluation, Costs, tuple[Plan, ...], Steps], Any]


def answers(
    asked: Questions, evaluation: "Evaluation", costs: "Costs", plans: "tuple[Plan, ...]", step: Steps
) -> dict[str, Any]:
    """By name of the question; only what is asked."""
    wanted: Mapping[str, tuple[bool, Ask]] = {
        "budget": (asked.budget is not None or asked.curve, _budget),
        "demands": (asked.demands, _demands),
        "sensitivity": (asked.share is not None, _sensitivity),
        "years": (bool(asked.budgets), _years),
    }
    return {name: ask(asked, evaluation, costs, plans, step) for name, (asks, ask) in wanted.items() if asks}


def minimal_only(asked: Questions, costs: "Costs") -> None:
    """Leaves when a question is asked that has an answer only where every quantity has one price."""
    options = {
        "--budget": asked.budget is not None,
        "--curve": asked.curve,
        "--prices-of-demands": asked.demands,
        "--sensitivity": asked.share is not None,
    }
    named = [name for name, wanted in options.items() if wanted]
    if costs.extended and named:
        listed = ", ".join(named)
        refuse(
            f"{listed}：单价文件有多种办法时还不能回答，请改用只有 add、move 的单价文件\n"
            f"{listed}: not answered yet where costs have several ways; use costs with add and move alone"
        )


def _budget(asked: Questions, evaluation: "Evaluation", costs: "Costs", _plans: object, step: Steps) -> Any:
    from junheng.balance.remedy import curve, pupils_of, sections
    from junheng.balance.remedy.curve import STEPS
    from junheng.programs import Solver

    parts = list(sections(evaluation, replace(costs, move={})))
    with Solver() as solver:
        found = curve(
            parts,
            pupils_of(evaluation),
            asked.budget,
            solver,
            by=asked.most.value,
            steps=STEPS if asked.curve else 0,
            progress=step("预算 Budgets"),
        )
    return found.to_dict()


def _demands(_asked: object, evaluation: "Evaluation", costs: "Costs", _plans: object, step: Steps) -> Any:
    from junheng.balance.remedy import priced, sections

    parts = list(sections(evaluation, replace(costs, move={})))
    told, found, left_out = step("要求 Demands"), [], []
    for at, part in enumerate(parts):
        held = priced(part)
        told(at + 1, len(parts))
        if held is None:
            left_out.append(list(part.key))
        else:
            found.append(held.to_dict())
    return {"counties": found, "left_out": left_out}


def _sensitivity(asked: Questions, evaluation: "Evaluation", costs: "Costs", _plans: object, step: Steps) -> Any:
    from junheng.balance.remedy import remedy, sensitivity, together

    plain = remedy(evaluation, costs, fast=True)
    found = sensitivity(evaluation, costs, by=asked.share or 0.0, progress=step("浮动 Variants"))
    return {"by": asked.share, **together(plain.plans), "variants": [one.to_dict() for one in found]}


def _years(
    asked: Questions, evaluation: "Evaluation", _costs: object, plans: "tuple[Plan, ...]", _step: Steps
) -> list[dict[str, Any]]:
    """One order a county: its sections share the budgets."""
    from junheng.balance.remedy import pupils_of, spread, why_not
    from junheng.programs import Solver

    pupils = pupils_of(evaluation)
    groups: dict[tuple[Any, ...], list[Plan]] = {}
    for one in plans:
        groups.setdefault((one.key[0], *one.key[2:]), []).append(one)
    found = []
    with Solver() as solver:
        for (code, *year), held in groups.items():
            gains = {(one.key[1], school): count for one in held for school, count in pupils[one.key].items()}
            planned = all(one.cost is not None for one in held)
            order = spread(held, asked.budgets, gains, solver, lead=asked.lead) if planned else None
            why = why_not(held, asked.budgets, asked.lead) if planned and not order else []
            found.append(
                {
                    "county_code": code,
                    **({"year": year[0]} if year else {}),
                    "order": order.to_dict() if order else None,
                    "reasons": [{"zh": one.zh, "en": one.en} for one in why],
                }
            )
    return found
