"""Why the lessons of a group cannot be covered: the smallest set of rules that cannot be kept together, in words."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from junheng.policy.itinerant_rules import MOST_STOPS, ItinerantRules
from junheng.policy.text import Text
from junheng.programs import Solver, smallest_clash
from junheng.teachers.itinerant.group import Group
from junheng.teachers.itinerant.model import model

RELIEFS: Mapping[str, Mapping[str, Any]] = {
    "class.day": {"group": None},
    "lessons.day": {"teacher": None},
    "schools.week": {"week": None},
    "schools.day": {"stops": MOST_STOPS},
    "travel.most": {"km": None},
    "posts.most": {"posts": None},
}
"""How a rule is left out, those to be left out first come first."""


def clash(group: Group, rules: ItinerantRules, solver: Solver, seconds: float) -> Text:
    """The rules that clash, each with its number."""

    def fails(kept: list[str]) -> bool:
        relieved = rules
        for one, relief in RELIEFS.items():
            if one not in kept:
                relieved = replace(relieved, **relief)
        return impossible(group, relieved, solver, seconds)

    asked = [one for one in RELIEFS if rules.values[one] is not None]
    return _words(smallest_clash(asked, fails), group, rules)


def impossible(group: Group, rules: ItinerantRules, solver: Solver, seconds: float) -> bool:
    """Whether it is proven that the lessons cannot be covered."""
    made = model(group, rules)
    answer = solver.solve(made.program(dict.fromkeys(made.post.values(), 1.0)), seconds)
    return answer.infeasible or (rules.posts is not None and answer.bound > rules.posts + 1e-6)


def _words(clashing: list[str], group: Group, rules: ItinerantRules) -> Text:
    lacking, lessons, spare = np.count_nonzero(group.shared), int(group.shared.sum()), int(group.spare.sum())
    number = {name: "—" if value is None else f"{value:g}" for name, value in asdict(rules).items() if name != "values"}
    said = {
        "class.day": Text(
            f"一个班一天最多 {number['group']} 节", f"at most {number['group']} lessons of a class in a day"
        ),
        "lessons.day": Text(
            f"教师一天最多 {number['teacher']} 节", f"at most {number['teacher']} lessons of a teacher a day"
        ),
        "schools.week": Text(
            f"一周最多到 {number['week']} 所外校", f"at most {number['week']} other schools in a week"
        ),
        "schools.day": Text(f"一天最多到 {rules.stops} 所外校", f"at most {rules.stops} other schools in a day"),
        "travel.most": Text(f"一天往返不超过 {number['km']} 公里", f"at most {number['km']} km in a day"),
        "posts.most": Text(f"最多新设 {number['posts']} 个共享岗位", f"at most {number['posts']} new shared posts"),
    }
    zh = "；".join(said[one].zh for one in clashing)
    en = "; ".join(said[one].en for one in clashing)
    return Text(
        f"{lacking} 所学校缺 {lessons} 节、其他学校可余出 {spare} 节，以下要求不能同时满足：{zh}",
        f"{lacking} schools lack {lessons} lessons, others could spare {spare}; these cannot be kept together: {en}",
    )
