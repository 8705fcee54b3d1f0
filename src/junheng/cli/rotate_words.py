"""What ``junheng rotate`` says in sentences."""

from collections.abc import Iterator
from typing import Any

from junheng.cli.output import both
from junheng.policy import Language

SHOWN = 20


def spoken(found: dict[str, Any], language: Language) -> Iterator[str]:
    """The document in sentences: the city, its counties, the first placements, what is asked for."""
    movers = len(found["placements"])
    points, bound, gap = f"{found['objective']:,.2f}", f"{found['bound']:,.2f}", f"{found['gap']:.4%}"
    yield both(
        f"交流轮岗 {movers} 人；目标值 {points}，下界 {bound}，差距不超过 {gap}",
        f"{movers} move; objective {points}, bound {bound}, gap at most {gap}",
        language,
    )
    for county in found["counties"]:
        yield from _county(county, language)
    for row in found["placements"][:SHOWN]:
        yield f"{row['teacher_id']}: {row['from_school']} → {row['to_school']} | {row['why'][language]}"
    if movers > SHOWN:
        yield both(f"…… 共 {movers} 人，全部见 --json 或 --out", f"… {movers} in all, see --json or --out", language)
    yield both(
        f"未满足志愿 {len(found['refused'])} 人，不能交流 {len(found['excluded'])} 人，理由见 --json",
        f"{len(found['refused'])} with no wish met, {len(found['excluded'])} may not move; reasons in --json",
        language,
    )
    yield found["allowance"][language]
    for one in found["asked"]:
        name = one["title"][language]
        yield both(
            f"请填写参数 {one['id']}（{name}，{one['unit']}）：{one['cite']}；现在：{one['without']['zh']}",
            f"Please fill in {one['id']} ({name}): {one['cite']}; for now: {one['without']['en']}",
            language,
        )
    for one in found["notes"]:
        yield one[language]


def _county(county: dict[str, Any], language: Language) -> Iterator[str]:
    head = f"{county['county_code']}: "
    if county["reason"]:
        yield head + county["reason"][language]
        return
    share = "—" if county["share"] is None else f"{county['share']:.1%}"
    eligible, movers, backbone, heads = (county[one] for one in ("eligible", "movers", "backbone_movers", "heads"))
    missing = f"{county['before']['missing']}→{county['after']['missing']}"
    yield head + both(
        f"符合条件 {eligible} 人，交流 {movers} 人（{share}），骨干 {backbone} 人；校长对调 {heads} 人；缺员 {missing}",
        f"{eligible} eligible, {movers} move ({share}), {backbone} of them backbone; {heads} heads; missing {missing}",
        language,
    )
    for one in county["dispersion"]:
        if one["before"] is not None:
            yield f"  {one['of']} {one['section']}: CV {one['before']:.3f} → {one['after']:.3f}"
