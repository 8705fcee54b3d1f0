"""What if some works are not done, or stay as they are: chosen from the plan's own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from junheng.balance.remedy import Problem
from junheng.policy.text import Text
from junheng.web.workbench.remedy.works import WHOLE

KEEPING: Mapping[str, Text] = {"forbid": Text("不做", "Leave out"), "pin": Text("照做", "Keep")}
"""What a form calls them."""
OFFERED = 30
"""The dearest actions are offered; others are limited in a study of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something added at a school; ``section`` is empty where it is one work for the whole school, ``word`` is what
    forms call it."""

    section: str
    school: str
    indicator: str
    amount: float

    @property
    def word(self) -> str:
        return f"{self.section}.{self.school}.{self.indicator}"


@dataclass(frozen=True, slots=True)
class Kept:
    """Actions that are not to be taken, and those that stay exactly as planned."""

    forbidden: tuple[Line, ...] = ()
    pinned: tuple[Line, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """As forms have them: ``forbid`` or ``pin``, then the action."""
        return frozenset(
            [*(f"forbid {one.word}" for one in self.forbidden), *(f"pin {one.word}" for one in self.pinned)]
        )

    def limited(self, problem: Problem, section: str) -> Problem:
        """The problem of one section, with amounts of whole schools, and these limits instead of its own."""
        least, most = problem.least.copy(), problem.most.copy()
        for one, amount in (*((one, 0.0) for one in self.forbidden), *((one, one.amount) for one in self.pinned)):
            if one.section in (WHOLE, section) and one.school in problem.schools:
                at = problem.schools.index(one.school), problem.indicators.index(one.indicator)
                least[at] = most[at] = amount
        return replace(problem, least=least, most=most)

    def as_lines(self) -> dict[str, str]:
        """As the form of a new study takes them: school, indicator (and amount), one a line."""
        return {
            "forbidden": "\n".join(f"{one.school} {one.indicator}" for one in self.forbidden),
            "pinned": "\n".join(f"{one.school} {one.indicator} {one.amount:g}" for one in self.pinned),
        }


NOTHING_KEPT = Kept()


def offered(result: Iterable[Mapping[str, Any]]) -> list[tuple[Line, Mapping[str, Any]]]:
    """The dearest additions of a plan, with what they are."""
    added = [one for county in result for one in county["works"] if one["action"] == "add"]
    dearest = sorted(added, key=lambda one: -one["cost"])[:OFFERED]
    return [(Line(one["section"], one["school_code"], one["indicator"], one["amount"]), one) for one in dearest]


def kept_in(
    forbid: Collection[str], pin: Collection[str], result: Iterable[Mapping[str, Any]]
) -> tuple[Kept, list[Text]]:
    """What is ticked, and what is wrong in it; words that name no action of the plan choose nothing."""
    known = [line for line, _ in offered(result)]
    kept = Kept(tuple(one for one in known if one.word in forbid), tuple(one for one in known if one.word in pin))
    both = [one for one in kept.forbidden if one in kept.pinned]
    return kept, [
        Text(
            f"{one.school} 的 {one.indicator} 既选了“不做”又选了“照做”，只能选一样",
            f"{one.indicator} at {one.school} is both left out and kept: choose one",
        )
        for one in both
    ]
