"""The moves as rows, each with what it improves: wish, dispersion at both schools, missing teachers, way."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from junheng.policy.text import Text
from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.county import FLAGS, Ints
from junheng.teachers.rotation.solve import CountyPlan

PER = 100
"""Teachers are told for so many pupils."""
TITLES = {
    "backbone": Text("骨干教师", "backbone teachers"),
    "degree": Text("高于规定学历教师", "teachers above the required degree"),
}


def placements(city: City, plan: CountyPlan, posts: Ints) -> Iterator[dict[str, Any]]:
    """One row for each who moves; ``posts``: rows of the table of schools of the county's posts."""
    county, staff, after = plan.county, plan.county.staff, plan.moves.posts(plan.county)
    before_have, after_have = county.have(), county.have(after)
    counts = [(county.flagged(at), county.flagged(at, after)) for at in range(len(FLAGS))]
    schools, teachers = city.schools.frame, city.teachers.frame
    codes, sections = schools["school_code"], schools["section"]
    for teacher, to, rank in zip(plan.moves.teacher, plan.moves.to, plan.moves.rank, strict=True):
        home, subject = int(staff.post[teacher]), int(staff.subject[teacher])
        ends = (home, int(to))
        effects: dict[str, Any] = {}
        for at, flag in enumerate(FLAGS):
            if staff.flags[teacher, at]:
                effects[flag] = [
                    [PER * float(counts[at][when][end] / county.pupils[end]) for when in (0, 1)] for end in ends
                ]
        if subject < county.subjects:
            effects["missing"] = [
                [int(max(county.need[end, subject] - have[end, subject], 0)) for have in (before_have, after_have)]
                for end in ends
            ]
        head = bool(staff.principal[teacher])
        row = {
            "teacher_id": teachers["teacher_id"][int(staff.row[teacher])],
            "from_school": codes[int(posts[home])],
            "to_school": codes[int(posts[int(to)])],
            "county_code": county.code,
            "section": sections[int(posts[home])],
            "subject": None if head else city.subjects[subject],
            "backbone": bool(staff.flags[teacher, 0]),
            "principal": head,
            "held": bool(staff.held[teacher] >= 0),
            "years_at_school": _number(staff.years[teacher]),
            "km": float(county.km[home, to]),
            "wish_rank": int(rank) or None,
            "effects": effects,
        }
        why = _why(row)
        yield {**row, "why": {"zh": why.zh, "en": why.en}}


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _why(row: Mapping[str, Any]) -> Text:
    """The justification in words."""
    parts = [_wished(row)]
    if row["principal"]:
        parts.append(Text("校长对调", "heads change places"))
    for flag, title in TITLES.items():
        if flag in row["effects"]:
            (a, b), (c, d) = row["effects"][flag]
            ends = f"{row['from_school']} {a:.2f}→{b:.2f}", f"{row['to_school']} {c:.2f}→{d:.2f}"
            parts.append(
                Text(f"每百名学生{title.zh}：{'，'.join(ends)}", f"{title.en} per 100 pupils: {', '.join(ends)}")
            )
    if "missing" in row["effects"]:
        parts += _missing(row)
    parts.append(Text(f"路程 {row['km']:.1f} 公里", f"{row['km']:.1f} km"))
    return Text("；".join(one.zh for one in parts), "; ".join(one.en for one in parts))


def _wished(row: Mapping[str, Any]) -> Text:
    if row["held"]:
        return Text("按人工锁定的安排", "as held by hand")
    if row["wish_rank"]:
        return Text(f"满足第 {row['wish_rank']} 志愿", f"wish {row['wish_rank']} is met")
    return Text(
        "按需轮岗，同校同学科条件相同的教师中在校年限最长者先行",
        "as needed; of equals at the school the longest there goes first",
    )


def _missing(row: Mapping[str, Any]) -> Iterator[Text]:
    subject = vocabulary("subject")[row["subject"]]
    for school, (before, after) in zip((row["from_school"], row["to_school"]), row["effects"]["missing"], strict=True):
        if before != after:
            yield Text(
                f"{school} {subject.zh}缺员 {before}→{after}", f"{subject.en} missing at {school}: {before}→{after}"
            )
