"""Verdicts of an invented city, made by hand and by dice: what the pages are tried on without any workbook."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import fsum, sqrt
from random import Random
from typing import Any

from junheng.balance.model import (
    CityVerdict,
    Conclusion,
    CountyVerdict,
    Failing,
    IndicatorResult,
    ItemResult,
    Measured,
    SchoolResult,
    State,
    Threshold,
    state_of,
)
from junheng.facts.codes import code_list
from junheng.policy import Item, Standard, Text, load_standard
from junheng.policy.years import statistics_day

STANDARD = load_standard("jiaodu-2017-6")
SCHOOL_NAMES = ("实验", "育才", "文化路", "黄河路", "建设", "新华", "第一", "第二", "朝阳", "东风")


def school(code: str = "2141000001", section: str = "primary", year: int = 2025, **changes: Any) -> SchoolResult:
    """A school that exactly reaches every threshold; ``changes`` replace fields of the result."""
    rules = STANDARD.rules(statistics_day(year))
    values = {one.id: rules.number(one.threshold[section]) for one in STANDARD.indicators}
    held = SchoolResult(
        school_code=code,
        school_name=f"学校{code[-4:]}",
        section=section,
        pupils=500.0,
        values=values,
        met=dict.fromkeys(values, True),
        passes=True,
        reasons=(),
    )
    return replace(held, **changes)


def county(
    code: str = "410105", schools: Sequence[SchoolResult] = (), year: int = 2025, **changes: Any
) -> CountyVerdict:
    """A county of the given schools whose items all stand by evidence."""
    chosen = tuple(schools) or (school(), school("3141000001", "junior"))
    held = CountyVerdict(
        county_code=code,
        county=code_list("managing_bodies").codes[code],
        year=year,
        indicators=tuple(_indicators(chosen, year)),
        schools=chosen,
        items=tuple(item(one) for one in STANDARD.items),
        resources=State.MET,
        domains=dict.fromkeys(("resources", "government", "quality", "social", "veto"), State.MET),
        state=State.MET,
        reasons=(),
        missing=(),
    )
    return replace(held, **changes)


def item(one: Item, *, met: bool | None = True) -> ItemResult:
    """An item judged by evidence, or not judged when ``met`` is None."""
    conclusion = (
        None if met is None else Conclusion(met, "市政府教育督导委员会", date(2025, 10, 20), "督导〔2025〕12号")
    )
    state = State.NOT_JUDGED if met is None else State.BY_EVIDENCE
    missing = (Text("缺少佐证材料", "No evidence recorded"),) if met is None else ()
    return ItemResult(one, state, Text("凭佐证认定", "Judged by evidence"), missing=missing, conclusion=conclusion)


def city(counties: Sequence[CountyVerdict] = (), year: int = 2025) -> CityVerdict:
    return CityVerdict(STANDARD, year, f"{year}abcdef0123456789", tuple(counties) or (county(year=year),))


def _indicators(schools: Sequence[SchoolResult], year: int) -> list[IndicatorResult]:
    rules = STANDARD.rules(statistics_day(year))
    return [
        _indicator(one.id, section, [school for school in schools if school.section == section], rules.number(limit))
        for one in STANDARD.indicators
        for section, limit in one.limit.items()
    ]


def _indicator(id_: str, section: str, schools: Sequence[SchoolResult], limit: float | None) -> IndicatorResult:
    pairs = [(school.values[id_], school.pupils or 0.0) for school in schools]
    known = [(value, weight) for value, weight in pairs if value is not None]
    missing = len(pairs) - len(known)
    total = fsum(weight for _value, weight in known)
    if not total:
        return IndicatorResult(id_, section, None, None, limit, None, len(pairs), missing)
    mean = fsum(value * weight for value, weight in known) / total
    spread = sqrt(fsum(weight * (value - mean) ** 2 for value, weight in known) / total) / mean
    met = None if missing or limit is None else spread <= limit
    return IndicatorResult(id_, section, mean, None if missing else spread, limit, met, len(pairs), missing)


def large_city(years: Sequence[int] = (2023, 2024, 2025), schools: int = 150) -> list[CityVerdict]:
    """16 counties over some years, the first of ``schools`` school sections and the others of about a third."""
    codes = list(code_list("managing_bodies").codes)
    return [
        city([_drawn(code, at, year, schools if at == 3 else schools // 3) for at, code in enumerate(codes)], year)
        for year in years
    ]


def _drawn(code: str, at: int, year: int, size: int) -> CountyVerdict:
    dice = Random(f"{code}{year}")  # noqa: S311 - a fixture, not a secret
    good = 1.55 - 0.04 * (at % 7) + 0.03 * (year - 2023)
    drawn = [_drawn_school(dice, code, one, good, year) for one in range(size)]
    if at % 5 == 4:
        drawn[2] = replace(
            drawn[2],
            values={**drawn[2].values, "L5": None},
            met={**drawn[2].met, "L5": None},
            passes=None,
            reasons=(Text("缺少运动场地面积，未评定", "Sports ground area was not reported: not judged"),),
        )
    made = county(code, drawn, year)
    failing = sum(one.passes is False for one in drawn)
    open_ = sum(one.passes is None for one in drawn)
    items = tuple(_drawn_item(dice, one, drawn) for one in STANDARD.items)
    over = [one for one in made.indicators if one.met is False]
    bad_items = [one for one in items if one.ok is False]
    reasons = [
        *([Text(f"{failing}所学校未达标", f"{failing} schools fall short")] if failing else []),
        *(
            Text(
                f"{_title(one.indicator)}差异系数{one.dispersion:.3f}超过上限{one.limit:g}",
                f"Dispersion of {one.indicator} is {one.dispersion:.3f}, above {one.limit:g}",
            )
            for one in over
        ),
        *(Text(f"第{one.item.number}项未达标：{one.summary.zh}", f"Item {one.item.id} fails") for one in bad_items),
        *([Text(f"{open_}所学校缺数据", f"{open_} schools lack data")] if open_ else []),
    ]
    resources = State.NOT_MET if failing or over else State.NOT_JUDGED if open_ else State.MET
    open_items = any(one.ok is None for one in items)
    state = (
        State.NOT_MET
        if resources is State.NOT_MET or bad_items
        else (State.NOT_JUDGED if resources is State.NOT_JUDGED or open_items else State.MET)
    )
    return replace(
        made,
        items=items,
        reasons=tuple(reasons),
        resources=resources,
        state=state,
        domains={domain: _domain_state(items, domain) for domain in ("government", "quality", "social", "veto")},
        left_out=(
            Failing("2141999999", "河湾教学点", Text("教学点不足50人，不计入资源配置指标", "Fewer than 50 pupils")),
        ),
        unreported=(Failing("2141888888", "北岗小学", Text("未报送任何表", "No table was sent")),) if open_ else (),
    )


def _domain_state(items: Sequence[ItemResult], domain: str) -> State:
    found = [one.ok for one in items if one.item.domain == domain]
    return state_of(False if False in found else None if None in found else True)


def _title(indicator: str) -> str:
    return STANDARD.indicator(indicator).title.zh


def _drawn_school(dice: Random, county_code: str, at: int, good: float, year: int) -> SchoolResult:
    section = "primary" if at % 3 else "junior"
    rules = STANDARD.rules(statistics_day(year))
    pupils = float(dice.randint(180, 2300))
    values: dict[str, float | None] = {}
    for one in STANDARD.indicators:
        base = rules.number(one.threshold[section]) or 1.0
        values[one.id] = round(base * max(0.5, dice.gauss(good, 0.22)), 4)
    if at % 9 == 0 and county_code in {"410105", "410103", "410104"}:
        values["L5"] = round((rules.number(f"L5.{section}") or 1.0) * dice.uniform(0.4, 0.9), 4)
    met: dict[str, bool | None] = {
        one.id: (values[one.id] or 0.0) >= (rules.number(one.threshold[section]) or 0.0) for one in STANDARD.indicators
    }
    unmet = [id_ for id_, one in met.items() if not one]
    passes = not unmet or (
        len(unmet) == 1 and (values[unmet[0]] or 0) >= 0.85 * (rules.number(f"{unmet[0]}.{section}") or 0)
    )
    reasons = tuple(
        Text(f"{_title(id_)}{values[id_]:.2f}，要求{rules.number(f'{id_}.{section}'):g}", f"{id_} is {values[id_]:.2f}")
        for id_ in unmet
    )
    kind = "小学" if section == "primary" else "初级中学"
    name = f"{code_list('managing_bodies').codes[county_code].zh}{dice.choice(SCHOOL_NAMES)}{kind}（{at + 1}）"
    place = county_code[-3:] if county_code.isdecimal() else "999"
    number = f"{'21' if section == 'primary' else '31'}41{place}{at:03d}"
    return SchoolResult(number, name, section, pupils, values, met, passes, () if passes else reasons)


def _drawn_item(dice: Random, one: Item, schools: Sequence[SchoolResult]) -> ItemResult:
    if one.kind == "evidence":
        return item(one, met=None if dice.random() < 0.02 else True)
    met = dice.random() > 0.03
    measured = tuple(
        Measured(ratio.id, ratio.title, 96.4 if met else 71.2, ratio.unit, _threshold(STANDARD, ratio.parameter), met)
        for ratio in one.ratios
    )
    failing = (
        ()
        if met
        else tuple(
            Failing(bad.school_code, bad.school_name, Text("3个班超过45人", "3 classes above 45"))
            for bad in schools[:4]
        )
    )
    words = Text("符合要求", "Meets the requirement") if met else Text("低于要求", "Below the requirement")
    return ItemResult(one, state_of(met), words, measured=measured, failing=failing)


def _threshold(standard: Standard, name: str) -> Threshold:
    held, rules = standard.parameters[name], standard.rules(date(2025, 9, 1))
    return Threshold(name, held.title, rules.number(name), held.unit, rules.since(name), held.cite, held.confidence)


def geometry() -> dict[str, Any]:
    """A 4 × 4 patchwork of leaning quadrangles, one per managing body."""
    dice = Random(5)  # noqa: S311 - a fixture, not a secret
    grid = {(x, y): (x * 30 + dice.uniform(-7, 7), y * 20 + dice.uniform(-5, 5)) for x in range(5) for y in range(5)}
    features = []
    for at, code in enumerate(code_list("managing_bodies").codes):
        x, y = at % 4, at // 4
        ring = [grid[x, y], grid[x + 1, y], grid[x + 1, y + 1], grid[x, y + 1], grid[x, y]]
        features.append(
            {
                "type": "Feature",
                "properties": {"county_code": code},
                "geometry": {"type": "Polygon", "coordinates": [[list(point) for point in ring]]},
            }
        )
    return {"type": "FeatureCollection", "features": features}
