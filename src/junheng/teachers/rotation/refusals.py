"""Who does not move although wishing to, and who may not move, each with the reason."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from junheng.policy.text import Text
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.county import Ints
from junheng.teachers.rotation.draft import Change, Draft, check_edit, draft, price_of_edit
from junheng.teachers.rotation.solve import CountyPlan

TERMS = {
    "backbone": Text("骨干教师配置更不均衡", "backbone teachers would be spread less evenly"),
    "degree": Text("高学历教师配置更不均衡", "degrees would be spread less evenly"),
    "shortage": Text("学科缺员增加", "more subject teachers would be missing"),
    "commute": Text("路程", "the way"),
}


def refusals(city: City, plan: CountyPlan, posts: Ints) -> Iterator[dict[str, Any]]:
    """A row for each who wished to move, may, and stays or goes elsewhere than wished; heads have no wishes."""
    county, staff = plan.county, plan.county.staff
    drawn = draft(county, plan.rules, plan.moves.posts(county))
    names, codes = city.teachers.frame["teacher_id"], city.schools.frame["school_code"]
    for teacher, wishes in _unmet(plan).items():
        reasons = []
        for to, rank in wishes:
            why = (
                _why(drawn, teacher, to) if plan.conflict is None else Text("本区县没有方案", "the county has no plan")
            )
            reasons.append({"school": codes[int(posts[to])], "rank": rank, "zh": why.zh, "en": why.en})
        where = int(drawn.after[teacher])
        yield {
            "teacher_id": names[int(staff.row[teacher])],
            "county_code": county.code,
            "stays": where == int(staff.post[teacher]),
            "placed_at": codes[int(posts[where])],
            "wishes": reasons,
        }


def _unmet(plan: CountyPlan) -> dict[int, list[tuple[int, int]]]:
    """By teacher who may move and has no wish met: the wished posts with their ranks."""
    county = plan.county
    after = plan.moves.posts(county)
    met = {int(one) for one, rank in zip(plan.moves.teacher, plan.moves.rank, strict=True) if rank > 0}
    found: dict[int, list[tuple[int, int]]] = {}
    for teacher, to, rank in county.staff.wishes.tolist():
        if county.staff.mobile[teacher] and teacher not in met and after[teacher] != to:
            found.setdefault(teacher, []).append((to, rank))
    return found


def _why(drawn: Draft, teacher: int, to: int) -> Text:
    """The rules that the wish breaks, else what it would make worse."""
    if drawn.county.staff.held[teacher] >= 0:
        return Text("已由人工锁定在现在的安排", "held by hand where the plan has the teacher")
    broken = check_edit(drawn, teacher, to)
    if broken:
        return Text("；".join(one.words.zh for one in broken), "; ".join(one.words.en for one in broken))
    change = price_of_edit(drawn, teacher, to)
    return _worse(change)


def _worse(change: Change) -> Text:
    worse = {name: getattr(change, name) for name in TERMS if getattr(change, name) > 0}
    total = change.points
    if total <= 0 or not worse:
        return Text(
            "单独看可行，但与其他教师的安排相比总分不占优",
            "possible by itself, but not part of the best plan as a whole",
        )
    largest = sorted(worse, key=lambda one: -worse[one])
    zh = "、".join(f"{TERMS[one].zh}（{worse[one]:+.2f} 分）" for one in largest)
    en = ", ".join(f"{TERMS[one].en} ({worse[one]:+.2f} points)" for one in largest)
    return Text(
        f"满足该志愿使总分变差 {total:.2f} 分：{zh}", f"it would make the plan worse by {total:.2f} points: {en}"
    )


def excluded(city: City) -> Iterator[dict[str, Any]]:
    """A row for each who is excluded, and for each who wished and is not eligible, in the order of the table."""
    wishes = city.teachers.many("wish")
    frame = city.teachers.frame
    wished = np.zeros(frame.height, dtype=bool)
    for column in wishes:
        wished |= frame[column].is_not_null().to_numpy()
    codes = city.schools.frame["school_code"]
    for at, standing in enumerate(city.standing):
        if standing.why is not None and (standing.kind == "excluded" or wished[at]):
            yield {
                "teacher_id": frame["teacher_id"][at],
                "school": codes[int(city.post[at])],
                "kind": standing.kind,
                "reason": {"zh": standing.why.zh, "en": standing.why.en},
            }
