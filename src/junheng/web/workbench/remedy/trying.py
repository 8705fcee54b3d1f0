"""What if: prices, pupils and the limit of dispersion a little different, answered by the fast method while one looks.

The fast method adds and never moves teachers. The plan of the study may move them; so what is tried is set beside the
fast method's own answer to the unchanged question, like beside like.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import polars as pl

from junheng.balance import Evaluation, evaluate
from junheng.balance.remedy import GAP, Answer, Costs, Roof, Section, Stand, quantities, roofs, sections, solve
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.asking import RICHEST
from junheng.web.workbench.remedy.keeping import NOTHING_KEPT, Kept
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import costs_without_moves

CHEAPER, DEARER = -50.0, 100.0
FEWER, MORE = -10.0, 10.0
WIDEST = 2.0
GROUPS: Mapping[str, tuple[str, Text]] = {
    "人": ("teachers", Text("教师单价（%）", "Cost of teachers (%)")),
    "㎡": ("ground", Text("校舍、场地单价（%）", "Cost of rooms and ground (%)")),
    "元": ("equipment", Text("设备、多媒体教室单价（%）", "Cost of equipment and multimedia rooms (%)")),
    "间": ("equipment", Text("设备、多媒体教室单价（%）", "Cost of equipment and multimedia rooms (%)")),
}
"""Unit of what is added -> the field its prices change by."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What is different: prices and pupils by so many percent, dispersions at most so high, the budget, and actions
    that are not taken or stay as they are."""

    teachers: float = 0.0
    ground: float = 0.0
    equipment: float = 0.0
    pupils: float = 0.0
    primary: float | None = None
    junior: float | None = None
    budget: float | None = None
    kept: Kept = NOTHING_KEPT

    @property
    def changed(self) -> bool:
        return replace(self, budget=None) != Trial()


def trial_in(given: Mapping[str, str], limits: Mapping[str, float | None]) -> tuple[Trial, list[Text]]:
    """The trial of a form and what is wrong in it; a limit of dispersion that is the law's is not different."""
    asking = Asking(given)
    named = dict(GROUPS.values())
    by = {name: asking.number(name, title, CHEAPER, DEARER, 0.0) or 0.0 for name, title in named.items()}
    pupils = asking.number("pupils", Text("学生数（%）", "Pupils (%)"), FEWER, MORE, 0.0) or 0.0
    most = {}
    for section, title in SECTIONS.items():
        said = asking.number(section, title, 0, WIDEST, None)
        most[section] = None if said == limits.get(section) else said
    budget = asking.number("budget", Text("预算", "Budget"), 0, RICHEST, None)
    prices = by["teachers"], by["ground"], by["equipment"]
    return Trial(*prices, pupils, most["primary"], most["junior"], budget), asking.faults


SECTIONS = {
    "primary": Text("小学差异系数不超过", "Dispersion in primary at most"),
    "junior": Text("初中差异系数不超过", "Dispersion in junior secondary at most"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What the fast method finds: yuan of its plan and its bound; none where a section has no plan. Codes of the
    counties ``left_out``, in which some school cannot be judged."""

    cost: float | None
    bound: float | None
    impossible: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def open(self) -> float | None:
        """Share of the cost by which it may lie above the cheapest."""
        if self.cost is None or self.bound is None:
            return None
        return (self.cost - self.bound) / self.cost if self.cost > 0 else 0.0


def tried(year: Opened, study: RemedyStudy, trial: Trial) -> Tried:
    """All counties of the study together in which every school can be judged.

    Raises:
        InputError: the limits do not fit.
    """
    cost = bound = 0.0
    left_out: list[str] = []
    for code, prices in study.prices.items():
        costs = _priced(costs_without_moves(year, prices, study.asked["limits"], code), trial, year.law)
        parts = list(sections(_judged(year, code, trial), costs, shares=year.shares))
        kept = [replace(one, problem=trial.kept.limited(one.problem, one.key[1])) for one in parts if one.problem]
        if len(kept) < len(parts):
            left_out.append(code)
            continue
        for answer in _fast(kept):
            if answer.changes is None:
                return Tried(None, None, answer.impossible, tuple(left_out))
            cost, bound = cost + answer.cost, bound + min(answer.bound, answer.cost)
    if len(left_out) == len(study.prices):
        return Tried(None, None, left_out=tuple(left_out))
    return Tried(round(cost, 2), round(bound, 2), left_out=tuple(left_out))


def _fast(parts: Sequence[Section]) -> Iterator[Answer | Stand]:
    """The fast method's answers; sections that share schools have one together."""
    pairs = dict(roofs(parts))
    linked = {at for pair in pairs for at in pair}
    yield from (_together(one) for one in pairs.values())
    yield from (solve(one.problem) for at, one in enumerate(parts) if one.problem and at not in linked)


def _together(roof: Roof) -> Stand:
    """Impossible for one section alone is impossible for both."""
    found = roof.solved(None, 0.0, GAP)
    if found.changes is not None:
        return found
    return replace(found, impossible=any(solve(one).impossible for one in roof.joint.problems))


def _priced(costs: Costs, trial: Trial, law: Standard) -> Costs:
    by = {one.indicator: 1 + getattr(trial, GROUPS[one.unit][0]) / 100 for one in quantities(law)}
    return replace(costs, add={id_: yuan * by[id_] for id_, yuan in costs.add.items()})


def _judged(year: Opened, county: str, trial: Trial) -> Evaluation:
    """The county's table with as many pupils and such limits."""
    if trial.pupils == 0 and trial.primary is None and trial.junior is None:
        return year.counties[county]
    rows = year.rows(county).with_columns((pl.col("pupils") * (1 + trial.pupils / 100)).round(0))
    limits = {"primary": trial.primary, "junior": trial.junior}
    return evaluate(rows, _limited(year.held, {one: most for one, most in limits.items() if most is not None}))


def _limited(law: Standard, most: Mapping[str, float]) -> Standard:
    """The standard with other limits of dispersion by section."""
    parameters = {
        one.limit[section]: Decimal(str(limit))
        for one in law.indicators
        for section, limit in most.items()
        if section in one.limit
    }
    return law.with_values(parameters) if parameters else law


def limits_of(year: Opened, study: RemedyStudy) -> dict[str, float | None]:
    """The law's limit of dispersion by section."""
    found: dict[str, float | None] = {}
    for code in study.prices:
        evaluation = year.counties[code]
        for entry in evaluation.to_dict()["counties"]:
            bounds = evaluation.bounds(entry["section"], entry.get("year"))
            limit = next(iter(bounds.values())).limit
            found.setdefault(entry["section"], None if limit is None else float(limit))
    return found
