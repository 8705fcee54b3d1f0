"""The further questions of ``junheng remedy``: what a budget buys, what demands cost, how plans bend, which year."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from junheng.cli.output import refuse
from junheng.policy import Standard

FIRST, LAST = 2000, 2100


class Most(StrEnum):
    """What a budget makes large."""

    SCHOOLS = "schools"
    PUPILS = "pupils"


BudgetOption = Annotated[
    float | None,
    typer.Option("--budget", min=0, help="这笔钱（元）能让多少学校达标 / what this sum (yuan) brings to pass"),
]
CurveOption = Annotated[
    bool, typer.Option("--curve", help="预算从零到全部学校达标的曲线 / the curve from nothing to all schools")
]
MostOption = Annotated[
    Most, typer.Option("--most", help="预算让学校还是学生最多 / make schools or pupils many with the budget")
]
DemandsOption = Annotated[
    bool, typer.Option("--prices-of-demands", help="每项要求、每所学校值多少钱 / what each demand and school costs")
]
SensitivityOption = Annotated[
    float | None,
    typer.Option("--sensitivity", min=0.001, max=0.9, help="学生和单价上下浮动的比例，如 0.1 / share up and down"),
]
YearsOption = Annotated[
    str | None, typer.Option("--years", help="分年实施，如 2026-2030 / spread over years, such as 2026-2030")
]
YearlyOption = Annotated[
    str | None,
    typer.Option(
        "--budget-per-year", help="每年的预算（元），一个数或每年一个、逗号隔开 / yuan a year: one, or a list"
    ),
]
LeadOption = Annotated[
    list[str] | None,
    typer.Option("--lead", help="从付款到建成的年数，如 L4=2，可重复 / years from money to change, such as L4=2"),
]


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked besides the plan; ``budgets`` year -> yuan, empty when no years are asked about."""

    budget: float | None
    curve: bool
    most: Most
    demands: bool
    share: float | None
    budgets: Mapping[int, float]
    lead: Mapping[str, int]


def years_in(years: str | None, yearly: str | None, lead: list[str] | None) -> tuple[dict[int, float], dict[str, int]]:
    """Budgets by year and lead times by indicator; leaves with everything that is wrong in them."""
    if years is None:
        if yearly or lead:
            refuse("--budget-per-year、--lead 要与 --years 一起用 / they belong to --years")
        return {}, {}
    faults: list[str] = []
    span = _span(years, faults)
    money = _money(yearly or "", len(span), faults)
    waits = {}
    for one in lead or []:
        name, _, said = one.partition("=")
        if not name or not said.isdecimal():
            faults.append(f"--lead {one}：应写成 L4=2 / write it as L4=2")
        else:
            waits[name] = int(said)
    if faults:
        refuse("\n".join(faults))
    return dict(zip(span, money, strict=True)), waits


def _span(years: str, faults: list[str]) -> range:
    first, _, last = years.partition("-")
    ends = [int(one) for one in (first, last or first) if one.strip().isdecimal()]
    if len(ends) != 2 or not FIRST <= ends[0] <= ends[1] <= LAST:  # noqa: PLR2004 - from and to
        faults.append(f"--years {years}：应写成 2026-2030 / write it as 2026-2030")
        return range(0)
    return range(ends[0], ends[1] + 1)


def _money(yearly: str, count: int, faults: list[str]) -> list[float]:
    try:
        amounts = [float(one) for one in yearly.split(",")]
    except ValueError:
        amounts = []
    if not amounts or any(not 0 <= one < float("inf") for one in amounts) or len(amounts) not in {1, count}:
        faults.append(
            f"--budget-per-year {yearly}：应是一个不小于零的数，或每年一个 / one number of zero or more, or one a year"
        )
        return [0.0] * count
    return amounts * count if len(amounts) == 1 else amounts


def unknown_lead(lead: Mapping[str, int], law: Standard) -> None:
    """Leaves when a lead time names an indicator that the standard does not have."""
    unknown = sorted(set(lead) - {one.id for one in law.indicators})
    if unknown:
        refuse(f"--lead：标准没有指标 {', '.join(unknown)} / the standard has no such indicator: {', '.join(unknown)}")
