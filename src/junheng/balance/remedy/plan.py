"""A plan as people read it: what to do at which school, what it costs, what is proven, and why where there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from junheng.balance.remedy.problem import Changes, Floats, Problem
from junheng.balance.remedy.sections import Key, Section, named
from junheng.policy.text import Text

Status = Literal["optimal", "gap", "infeasible", "refused"]
Verb = Literal["add", "train", "recognise", "convert", "hire", "build", "move_in", "move_out"]


@dataclass(frozen=True, slots=True)
class Action:
    """One change at one school.

    ``amount`` is in units of the quantity. A move is two actions that name each other's school; its cost stands with
    the school that takes. Who is hired or what is built by a ``kind`` that counts in several indicators is one action
    for each of them; the cost stands with the first.
    """

    school_code: str
    indicator: str
    action: Verb
    amount: float
    cost: float
    other: str | None = None
    kind: str | None = None

    def to_dict(self) -> dict[str, Any]:
        whole = self.amount == int(self.amount)
        return {
            "school_code": self.school_code,
            "indicator": self.indicator,
            "action": self.action,
            "amount": int(self.amount) if whole else self.amount,
            "cost": self.cost,
            **({"other_school": self.other} if self.other else {}),
            **({"kind": self.kind} if self.kind else {}),
        }


@dataclass(frozen=True, slots=True)
class Demand:
    """One of the demands that cannot be kept together."""

    kind: str
    words: Text
    school_code: str | None = None
    indicator: str | None = None

    def to_dict(self) -> dict[str, Any]:
        named = {"school_code": self.school_code, "indicator": self.indicator}
        return {
            "kind": self.kind,
            **{name: value for name, value in named.items() if value},
            "zh": self.words.zh,
            "en": self.words.en,
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer for one county section.

    Attributes:
        key: county code, section and, where the table has years, year.
        status: ``optimal`` (proven to the gap asked for), ``gap`` (more than that is open), ``infeasible`` (proven that
            the limits leave no plan), ``refused`` (some school cannot be judged).
        cost: yuan; None without a plan.
        bound: no plan costs less; None where nothing is known.
        actions: what to do, school by school.
        words: why there is no plan; None where there is one.
        conflict: the demands that cannot be kept together; none could be left out of that statement.
        passes: the verdict after the plan, from ``evaluate``; None where it is not judged.
        ends: yuan of the same plan with every unit cost at the low and at the high end of its range; None where no
            range was given.
    """

    key: tuple[Any, ...]
    status: Status
    cost: float | None
    bound: float | None
    actions: tuple[Action, ...] = ()
    words: Text | None = None
    conflict: tuple[Demand, ...] = ()
    passes: bool | None = None
    ends: tuple[float, float] | None = None

    @property
    def gap(self) -> float | None:
        """Share of the cost by which the plan may lie above the cheapest."""
        if self.cost is None or self.bound is None:
            return None
        return (self.cost - self.bound) / self.cost if self.cost > 0 else 0.0

    def to_dict(self, after: Mapping[str, Any]) -> dict[str, Any]:
        """The JSON contract; ``after`` is the county's entry of the verdict after the plan."""
        words = self.words
        return {
            **named(self.key),
            "status": self.status,
            "cost": self.cost,
            "bound": self.bound,
            "gap": self.gap,
            **({"cost_low": self.ends[0], "cost_high": self.ends[1]} if self.ends else {}),
            "actions": [one.to_dict() for one in self.actions],
            "reason": None if words is None else {"zh": words.zh, "en": words.en},
            "conflict": [one.to_dict() for one in self.conflict],
            "passes": self.passes,
            "after": dict(after),
        }


NOT_FOUND = Text(
    "在给定时间内没有找到方案，也没有证明不存在；可以延长 --seconds",
    "No plan was found in the time given, nor is it proven that there is none; more --seconds may help",
)


def unfound(key: Key, bound: float | None = None) -> Plan:
    """Nothing was found in the time given, and nothing is proven."""
    return Plan(key, "gap", None, bound, words=NOT_FOUND)


def refused(section: Section) -> Plan:
    """A section for which no problem can be set."""
    zh, en = "；".join(one.zh for one in section.unfit), "; ".join(one.en for one in section.unfit)
    words = Text(f"无法评定，不能做方案：{zh}", f"Not judgeable, no plan: {en}")
    return Plan(section.key, "refused", None, None, words=words)


def actions_of(
    problem: Problem, changes: Changes, share: Floats | None = None, paid: Floats | None = None
) -> tuple[Action, ...]:
    """What to do, in the order of schools and indicators.

    Args:
        problem: of the section.
        changes: its plan.
        share: (n, m) how much of one unit counts in the section; amounts are the section's.
        paid: (n, m) yuan that the section bears of each addition; None: all of it.
    """
    school, indicator = np.nonzero(changes.added > 0)
    amounts = changes.added[school, indicator]
    costs = np.round(amounts * problem.add[indicator], 2) if paid is None else paid[school, indicator]
    if share is not None:
        amounts = amounts * share[school, indicator]
    found = [
        Action(problem.schools[one], problem.indicators[at], "add", amount, cost)
        for one, at, amount, cost in zip(*(each.tolist() for each in (school, indicator, amounts, costs)), strict=True)
    ]
    return ordered(problem, [*found, *moves_of(problem, changes)])


def moves_of(problem: Problem, changes: Changes) -> Iterator[Action]:
    """Both actions of every move."""
    for (at, giver, taker), amount in zip(changes.moves.tolist(), changes.moved.tolist(), strict=True):
        one, other, id_ = problem.schools[giver], problem.schools[taker], problem.indicators[at]
        yield Action(other, id_, "move_in", amount, round(amount * float(problem.move[at]), 2), one)
        yield Action(one, id_, "move_out", amount, 0.0, other)


def ordered(problem: Problem, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Actions by school, indicator and what is done."""
    order = {id_: at for at, id_ in enumerate(problem.indicators)}
    return tuple(
        sorted(
            actions,
            key=lambda one: (one.school_code, order[one.indicator], one.action, one.kind or "", one.other or ""),
        )
    )
