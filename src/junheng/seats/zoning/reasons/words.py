"""Conflicts and breaches in words a parent can follow, in both languages."""

import math
from collections.abc import Sequence

from junheng.policy.text import Text
from junheng.seats.zoning.reasons.breaches import Breach
from junheng.seats.zoning.reasons.conflict import Diagnosis
from junheng.seats.zoning.reasons.demands import Demand, Task


def demand_words(task: Task, demand: Demand) -> Text:
    """What one demand asks."""
    if demand.kind == "lock":
        area, school = task.areas[demand.area], task.schools[demand.school]
        return Text(f"片区 {area} 锁定在 {school}", f"area {area} is locked to {school}")
    if demand.kind == "distance":
        return _distance(task, demand)
    school = task.schools[demand.school]
    if demand.kind == "seats":
        seats = round(task.seats[demand.school])
        return Text(f"{school} 不超过 {seats} 个学位", f"{school} takes no more than {seats} pupils")
    return Text(f"{school} 的学区连成一片", f"the zone of {school} is in one piece")


def _distance(task: Task, demand: Demand) -> Text:
    area, cap, pupils = task.areas[demand.area], round(task.cap or 0), round(task.pupils[demand.area])
    reach = [task.schools[school] for school in task.within(demand.area)]
    zh = f"片区 {area}（{pupils} 名学生）上学不超过 {cap} 米"
    en = f"area {area} ({pupils} pupils) walks no more than {cap} m"
    if not reach:
        return Text(f"{zh}，没有学校够得着", f"{en}: no school is within reach")
    return Text(f"{zh}，够得着的有 {'、'.join(reach)}", f"{en}: within reach are {', '.join(reach)}")


def conflict_words(task: Task, found: Diagnosis) -> Text:
    """What a diagnosis says."""
    if found.plan is not None:
        return Text("可以做到", "It can be done")
    if not found.conflict:
        return Text("规定时间内未能判定能否做到", "It could not be decided in the time given")
    each = [demand_words(task, demand) for demand in found.conflict]
    which = (
        Text("放宽其中任何一条，其余的就能做到", "relax any one of them and the others can be met")
        if found.irreducible
        else Text("其中可能有不必要的", "some of them may not be needed for the conflict")
    )
    return Text(
        f"下面 {len(each)} 条不能同时做到（{which.zh}）：\n" + _lines([one.zh for one in each]),
        f"These {len(each)} cannot be met together ({which.en}):\n" + _lines([one.en for one in each]),
    )


def breach_words(task: Task, breach: Breach) -> Text:
    """What a plan breaks, where, by how much, and what would mend it."""
    asked = demand_words(task, breach.demand)
    if breach.demand.kind == "seats":
        return Text(f"{asked.zh}：多出 {breach.excess:.0f} 人", f"{asked.en}: {breach.excess:.0f} too many")
    if breach.demand.kind == "distance":
        if math.isinf(breach.excess):
            return Text(f"{asked.zh}：到不了所在学区的学校", f"{asked.en}: no way to the school of its zone is known")
        return Text(f"{asked.zh}：超出 {breach.excess:.0f} 米", f"{asked.en}: {breach.excess:.0f} m too far")
    if breach.demand.kind == "lock":
        return Text(f"{asked.zh}：没有遵守", f"{asked.en}: it goes elsewhere")
    cut, way = _names(task, breach.cut_off), _names(task, breach.bridge)
    if not breach.bridge:
        return Text(f"{asked.zh}：{cut[0]} 与学校断开", f"{asked.en}: {cut[1]} cut off")
    return Text(
        f"{asked.zh}：{cut[0]} 与学校断开，划入 {way[0]} 可以接上",
        f"{asked.en}: {cut[1]} cut off; {way[1]} would join it again",
    )


def _names(task: Task, areas: Sequence[int]) -> tuple[str, str]:
    names = [task.areas[area] for area in areas]
    return "、".join(names), ", ".join(names)


def _lines(each: Sequence[str]) -> str:
    return "\n".join(f"- {one}" for one in each)
