"""The sections of a county that share schools, planned together; each bears its share of what both use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from junheng.balance.remedy.joint import Joint, Plans, Stand, solved_together
from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.plan import Plan, Status, actions_of
from junheng.balance.remedy.problem import Floats
from junheng.balance.remedy.sections import Key, Section
from junheng.policy.text import Text
from junheng.programs import Solver

CLASH = Text(
    "各学段单独都有方案，多学段学校的校舍、场地、设备合在一起却没有",
    "Each section has a plan of its own, but schools of several sections leave none for both together",
)


@dataclass(frozen=True, eq=False)
class Roof:
    """The sections of one county and year, with what links them."""

    sections: tuple[Section, ...]
    joint: Joint

    def solved(self, solver: Solver | None, seconds: float, gap: float) -> Stand:
        """The cheapest plans together."""
        return solved_together(self.joint, solver, seconds=seconds, gap=gap)

    def plans(self, standing: Stand, gap: float) -> list[Plan]:
        """One plan a section; the bound is shared out as the cost is.

        Raises:
            RuntimeError: a plan breaks a demand; a fault of the program, never of the input.
        """
        if standing.changes is None:
            raise ValueError("no plan")
        wrong = self.joint.broken(standing.changes)
        if wrong:
            raise RuntimeError(f"{self.sections[0].key}: {', '.join(wrong)}")
        status: Status = "optimal" if standing.gap <= gap else "gap"
        found = []
        for at, paid in enumerate(self._paid(standing.changes)):
            actions = actions_of(self.joint.problems[at], standing.changes[at], self.sections[at].share, paid)
            cost = round(sum(one.cost for one in actions), 2)
            bound = round(min(cost * (1 - standing.gap), cost), 2)
            found.append(Plan(self.sections[at].key, status, cost, bound, actions))
        return found

    def _paid(self, plans: Plans) -> list[Floats]:
        """(n, m) yuan of every addition that each section bears: of what two share, by their shares in it."""
        joint = self.joint
        found = [np.round(one.added * each.add, 2) for one, each in zip(plans, joint.problems, strict=True)]
        for one, first, other, second, at in joint.links.tolist():
            ours, theirs = (_share(self.sections[end], school, at) for end, school in ((one, first), (other, second)))
            whole = found[one][first, at]
            found[one][first, at] = round(whole * ours / (ours + theirs), 2)
            found[other][second, at] = round(whole - found[one][first, at], 2)
        return found


def _share(section: Section, school: int, at: int) -> float:
    return 1.0 if section.share is None else float(section.share[school, at])


def roofs(sections: Sequence[Section]) -> Iterator[tuple[tuple[int, int], Roof]]:
    """The pairs of sections that share something, with their positions: of one county and year, each in one pair."""
    waiting: dict[Key, int] = {}
    for at, other in enumerate(sections):
        place = (other.key[0], *other.key[2:])
        before = waiting.get(place)
        joint = None if before is None else _joint(sections[before], other)
        if before is None or joint is None:
            waiting[place] = at
        else:
            del waiting[place]
            yield (before, at), Roof((sections[before], other), joint)


def _joint(one: Section, other: Section) -> Joint | None:
    """Both sections and what they share; None where there is nothing."""
    links = links_of((one, other))
    if one.problem is None or other.problem is None or not links.size:
        return None
    return Joint((one.problem, other.problem), links)
