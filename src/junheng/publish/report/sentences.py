"""The sentences of the report, each made from the verdict."""

from collections.abc import Sequence

from junheng.balance.model import STATE_TITLES, CityVerdict, CountyVerdict, IndicatorResult, ItemResult, State
from junheng.policy.text import Text
from junheng.policy.years import statistics_day, year_label
from junheng.publish.findings import finding
from junheng.publish.rounding import DISPERSION, shown
from junheng.publish.words import DOMAIN_TITLES, section_title

NAMED = 3
VERDICTS = {
    State.MET: "达到县域义务教育优质均衡发展要求",
    State.NOT_MET: "未达到县域义务教育优质均衡发展要求",
    State.NOT_JUDGED: "数据不全，暂不能作出结论",
    State.BY_EVIDENCE: "依佐证认定",
}


def conclusion(city: CityVerdict, county: CountyVerdict) -> str:
    """The verdict in one sentence."""
    return (
        f"依据{city.standard.number}《{city.standard.title.zh}》，按{year_label(city.year)}初上报数据评估，"
        f"{county.county.zh}{VERDICTS[county.state]}。"
    )


def domains(county: CountyVerdict) -> str:
    parts = [f"{DOMAIN_TITLES[name].zh}：{STATE_TITLES[state].zh}" for name, state in county.domains.items()]
    return "；".join(parts) + "。" if parts else ""


def schools(county: CountyVerdict, sections: Sequence[str]) -> str:
    """How many schools of each section pass."""
    parts = []
    for section in sections:
        passes = [school.passes for school in county.schools if school.section == section]
        parts.append(
            f"{section_title(section).zh}（部）{len(passes)}所，达标{passes.count(True)}所，"
            f"未达标{passes.count(False)}所，未评定{passes.count(None)}所"
        )
    return "；".join(parts) + "。"


def school_rule(city: CityVerdict) -> str:
    """What a school must reach, from the parameters of the standard."""
    rule, rules = city.standard.school_rule, city.standard.rules(statistics_day(city.year))
    if rule is None:
        return "各项指标达标"
    return f"至少{rules.value(rule.min_met)}项达标、余项不低于要求的{rules.number(rule.floor) or 0:.0%}"


def dispersions(county: CountyVerdict) -> str:
    """How many dispersions are met, and which are not."""
    met = [one.met for one in county.indicators]
    counts = f"达标{met.count(True)}项，未达标{met.count(False)}项，未评定{met.count(None)}项"
    text = f"{len(met)}项校际差异系数中，{counts}。"
    over = [one for one in county.indicators if one.met is False]
    return text + (f"超过上限的有：{'、'.join(_over(one) for one in over)}。" if over else "")


def _over(one: IndicatorResult) -> str:
    value, limit = shown(one.dispersion, DISPERSION), shown(one.limit, DISPERSION)
    return f"{section_title(one.section).zh}{one.indicator}（{value}，上限{limit}）"


def items(county: CountyVerdict, domain: str) -> str:
    """How the items of a domain stand."""
    results = [one for one in county.items if one.item.domain == domain]
    states = [one.state for one in results]
    evidence = [one for one in results if one.state is State.BY_EVIDENCE]
    passed = sum(one.ok is True for one in evidence)
    return (
        f"共{len(results)}项：达标{states.count(State.MET)}项，未达标{states.count(State.NOT_MET)}项，"
        f"未评定{states.count(State.NOT_JUDGED)}项，佐证认定{len(evidence)}项（其中认定达标{passed}项）。"
    )


def failures(county: CountyVerdict, domain: str) -> tuple[str, ...]:
    """The items of a domain that fail, with the units that fail them and why."""
    failed = [one for one in county.items if one.item.domain == domain and one.ok is False]
    return tuple(f"{one.item.id} {one.item.title.zh}：{finding(one).zh}{_units(one)}" for one in failed)


def _units(result: ItemResult) -> str:
    """The first units by name; the rest are in the table of failures."""
    named = "；".join(f"{unit.name}（{unit.why.zh}）" for unit in result.failing[:NAMED])
    rest = len(result.failing) - NAMED
    return f"。涉及：{named}{f'等{len(result.failing)}个' if rest > 0 else ''}" if named else ""


def texts(found: Sequence[Text]) -> tuple[str, ...]:
    return tuple(text.zh for text in found)
