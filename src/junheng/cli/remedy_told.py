"""The answers to the further questions of ``junheng remedy`` in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from junheng.cli.output import both
from junheng.cli.remedy_words import VERBS
from junheng.policy import Language, Text
from junheng.publish.words import section_title

Answer = Mapping[str, Any]
MOST = 12
"""Demands, and schools of a year, that are named; ``--json`` has all."""


METHOD = {True: Text("快速算法，", "fast method, "), False: Text("", "")}


def varied_words(what: str) -> Text:
    """What was changed: pupils, the unit cost of an indicator, or that of a way."""
    if what == "pupils":
        return Text("学生数", "pupils")
    means, _, name = what.partition(" ")
    title = VERBS.get(means)
    return Text(f"{title.zh} {name}", f"{title.en} {name}") if title and name else Text(what, what)


def told(answers: Answer, language: Language) -> Iterator[str]:
    """One block for each question asked."""
    for name, say in (("budget", _budget), ("demands", _demands), ("sensitivity", _sensitivity), ("years", _years)):
        if name in answers:
            yield from say(answers[name], language)


def _yuan(amount: float | None) -> str:
    return "—" if amount is None else f"{amount:,.2f}"


def _budget(found: Answer | None, language: Language) -> Iterator[str]:
    if found is None:
        yield both("预算：在时间内没有算出", "Budgets: nothing was found in the time", language)
        return
    yield both(
        "预算能让多少学校达标（逐校计，不计差异系数，不调动教师）",
        "What a budget brings to pass (school by school, no dispersions, no moves)",
        language,
    )
    whole = f"{found['schools']}", f"{found['pupils']:,.0f}", _yuan(found["enough"])
    yield both(
        "  共 {} 所、{} 名学生；全部达标要 {} 元".format(*whole),
        "  {} schools, {} pupils in all; {} yuan bring all to pass".format(*whole),
        language,
    )
    for one in found["points"]:
        said = _yuan(one["budget"]), one["schools"], f"{one['pupils']:,.0f}", _yuan(one["cost"])
        yield both(
            "  预算 {} 元：{} 所、{} 名学生，花 {} 元".format(*said),
            "  {} yuan: {} schools, {} pupils; {} spent".format(*said),
            language,
        )
    chosen, more = found["chosen"], found["one_million_more"]
    if chosen and more:
        gained = more["schools"] - chosen["schools"], f"{more['pupils'] - chosen['pupils']:,.0f}"
        yield both(
            "  再多 100 万元：多 {} 所、{} 名学生".format(*gained),
            "  a million more: {} more schools, {} more pupils".format(*gained),
            language,
        )
    elif more:
        yield both("  预算不够付指定的数量", "  the budget does not pay for what is pinned", language)


def demand_words(one: Answer, language: Language) -> str:
    """A demand in words."""
    id_, code = one["indicator"], one["school_code"]
    section = section_title(one["section"]) if one.get("section") else Text("", "")
    way = varied_words(one.get("way", ""))
    zh, en = {
        "threshold": (f"{id_} 的要求", f"the threshold of {id_}"),
        "dispersion": (f"{section.zh}{id_} 的差异系数", f"the dispersion of {id_} {section.en}".rstrip()),
        "total": (f"{id_} 合计的上限", f"the total of {id_}"),
        "count": ("每校至少达标项数少一项", "one indicator fewer at each school"),
        "school": (f"学校 {code}", f"school {code}"),
        "way": (f"{way.zh}的上限", f"the limits on {way.en}"),
        "posts": ("招聘不超过空编", "no more hired than posts are free"),
    }[one["kind"]]
    return both(zh, en, language)


def _demands(found: Answer, language: Language) -> Iterator[str]:
    for county in found["counties"]:
        titles = [section_title(one).in_(language) for one in county["section"].split("+")]
        head, how = f"{county['county_code']} {'、'.join(titles)}", METHOD[found["fast"]]
        yield both(
            f"{head}：去掉一项能省多少（{how.zh}不调动教师，造价 {_yuan(county['cost'])} 元）",
            f"{head}: what one demand less saves ({how.en}no moves, cost {_yuan(county['cost'])} yuan)",
            language,
        )
        for one in county["demands"][:MOST]:
            least, most = _yuan(one["saved_least"]), _yuan(one["saved_most"])
            words = demand_words(one, language)
            yield both(f"  {words}：省 {least}—{most} 元", f"  {words}: {least} to {most} yuan", language)
        yield from _cut(len(county["demands"]), language)
        for one in county["drivers"]:
            if one["share"] >= HEAVY:
                said = one["indicator"], one["school_code"], f"{one['share']:.0%}", f"{one['level']:.2f}"
                yield both(
                    "  {} 的差异系数：学校 {} 占 {}，是均值的 {} 倍".format(*said),
                    "  dispersion of {}: school {} makes {} of it, at {} means".format(*said),
                    language,
                )


HEAVY = 0.2
"""Share of a dispersion from which a school is named."""


def _cut(count: int, language: Language) -> Iterator[str]:
    if count > MOST:
        more = count - MOST
        yield both(f"  另有 {more} 项，见 --json", f"  {more} more: see --json", language)


def _sensitivity(found: Answer, language: Language) -> Iterator[str]:
    how = METHOD[found["fast"]]
    yield both(
        f"学生和单价变了，造价怎样变（{how.zh}不调动教师，现在 {_yuan(found['cost'])} 元）",
        f"How the cost follows pupils and unit costs ({how.en}no moves, now {_yuan(found['cost'])} yuan)",
        language,
    )
    for one in found["variants"]:
        what = varied_words(one["what"]).in_(language)
        said = what, f"{one['factor'] - 1:+.0%}", _yuan(one["cost"]), _yuan(one["bound"])
        yield both("  {} {}：{} 元，下界 {} 元".format(*said), "  {} {}: {} yuan, bound {}".format(*said), language)


def _years(found: list[Answer], language: Language) -> Iterator[str]:
    for county in found:
        order = county["order"]
        if order is None:
            why = "；".join(one["zh"] for one in county["reasons"]), "; ".join(one["en"] for one in county["reasons"])
            yield both(
                f"{county['county_code']}：排不进这几年：{why[0] or '没有方案，或没有在时间内找到'}",
                f"{county['county_code']}: it does not fit the years: {why[1] or 'no plan, or none found in time'}",
                language,
            )
            continue
        yield both(f"{county['county_code']}：分年实施", f"{county['county_code']}: year by year", language)
        for year in order["years"]:
            schools = [one["school_code"] for one in order["schools"] if one["paid"] == year["year"]]
            listed = ", ".join(schools[:MOST]) + ("…" if len(schools) > MOST else "")
            said = year["year"], _yuan(year["spent"]), len(schools), listed
            yield both("  {}：{} 元，{} 所 {}".format(*said), "  {}: {} yuan, {} schools {}".format(*said), language)
