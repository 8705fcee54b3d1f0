"""Why a county's dispersion and a school's value are what they are: trees down to the reported facts."""

from dataclasses import dataclass
from typing import Any

import narwhals as nw
import polars as pl

from junheng.balance.bounds import bounds_of
from junheng.balance.columns import title_of
from junheng.balance.contributions import weighings
from junheng.balance.dispersion import weight
from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.explain_columns import column_tree
from junheng.balance.explain_parts import Spread, dispersion_tree, margin, threshold, value_formula
from junheng.balance.items.context import of_county
from junheng.balance.measures import value_column
from junheng.balance.model import CityVerdict, Explanation, SchoolResult, no_such, state_of
from junheng.balance.reasons import number
from junheng.balance.references import References
from junheng.balance.relief import cases, relief_column, relieved
from junheng.balance.units import Units, units_of
from junheng.facts.tables import Facts
from junheng.policy.parameters import Rules
from junheng.policy.standard import Indicator, Standard
from junheng.policy.text import Text
from junheng.policy.years import statistics_day


@dataclass(frozen=True, slots=True)
class Opened:
    """One county of a verdict with the facts it came from, ready to be explained."""

    standard: Standard
    rules: Rules
    units: Units
    table: Evaluation
    references: References

    def unit(self, school: str, section: str) -> dict[str, Any]:
        rows = self.units.frame.filter(pl.col("school_code") == school, pl.col("section") == section)
        if rows.is_empty():
            counted = self.units.frame.select("school_code", "section").iter_rows()
            raise no_such(_school_section(school, section), (" ".join(one) for one in counted))
        return rows.row(0, named=True)


def opened(city: CityVerdict, facts: Facts, county: str) -> Opened:
    """The county's facts, split and measured again as they were for the verdict."""
    rules = city.standard.rules(statistics_day(city.year))
    own = of_county(facts, county)
    units = units_of(own, city.standard, rules)
    table = evaluate(units.frame, relieved(city.standard, rules))
    return Opened(city.standard, rules, units, table, References(own, units))


def explain_indicator(city: CityVerdict, facts: Facts, county: str, section: str, indicator: str) -> Explanation:
    """Mean, standard deviation and dispersion of an indicator, and what each school adds to it, the most first.

    Raises:
        LookupError: there is no such county, section or indicator in the verdict.
    """
    verdict = city.county(county)
    found = next((one for one in verdict.indicators if (one.section, one.indicator) == (section, indicator)), None)
    if found is None:
        what = Text(f"指标 {indicator}（学段 {section}）", f"indicator {indicator} ({section})")
        raise no_such(what, (f"{one.indicator} ({one.section})" for one in verdict.indicators))
    held = opened(city, facts, county)
    one = held.table.standard.indicator(indicator)
    rows = held.table.rows(county, section, None)
    known = rows.filter(pl.col(value_column(indicator)).is_not_null())
    weighted = city.standard.county_rule.weighting == "weighted"
    weights = nw.from_native(known).select(w=weight(one) if weighted else nw.lit(1.0)).to_native()["w"].to_list()
    codes, names = known["school_code"].to_list(), known["school_name"].to_list()
    values = known[value_column(indicator)].to_list()
    schools = weighings(codes, names, values, weights, found.mean) if found.mean is not None else ()
    deviation = held.table.indicator_row(county, section, indicator, None)["sd"]
    silent = rows.filter(pl.col(value_column(indicator)).is_null())["school_name"].to_list()
    spread = Spread(found.mean, deviation, found.dispersion, found.met, schools, _silent(silent))
    limit = threshold(held.rules, one.limit.get(section))
    results = {school.school_code: school for school in verdict.schools if school.section == section}
    return dispersion_tree(
        one, limit, city.standard.cite, spread, lambda code: (_value(held, results[code], indicator),)
    )


def explain_school(  # noqa: PLR0917  these are the coordinates of one value
    city: CityVerdict, facts: Facts, county: str, school: str, section: str, indicator: str
) -> Explanation:
    """One value of one school: what it is divided by what, each down to the reported facts, and what it must reach.

    Raises:
        LookupError: there is no such county, school section or indicator in the verdict.
    """
    verdict = city.county(county)
    wanted = (school, section)
    result = next((one for one in verdict.schools if (one.school_code, one.section) == wanted), None)
    if result is None:
        own = [one.section for one in verdict.schools if one.school_code == school]
        every = [f"{one.school_code} ({one.section})" for one in verdict.schools]
        raise no_such(_school_section(school, section), [f"{school} ({one})" for one in own] or every)
    if indicator not in result.values:
        raise no_such(Text(f"指标 {indicator}", f"indicator {indicator}"), result.values)
    return _value(opened(city, facts, county), result, indicator)


def _school_section(school: str, section: str) -> Text:
    return Text(f"学校 {school}（学段 {section}）", f"school {school} ({section})")


def _silent(names: list[str]) -> tuple[Text, ...]:
    if not names:
        return ()
    zh, en = "、".join(names), ", ".join(names)
    return (
        Text(
            f"下列学校缺数，不在计算之内，差异系数暂不作达标判断：{zh}",
            f"without a value, so the dispersion is not judged: {en}",
        ),
    )


def _value(held: Opened, result: SchoolResult, indicator: str) -> Explanation:
    one = held.table.standard.indicator(indicator)
    bound = threshold(held.rules, one.threshold.get(result.section))
    value = result.values[indicator]
    unit = held.unit(result.school_code, result.section)
    columns = [name for name in (*one.numerator, *one.denominator) if not _idle_relief(name, unit)]
    return Explanation(
        title=Text(f"{result.school_name} {one.title.zh}", f"{result.school_name}: {one.title.en}"),
        value=value,
        unit=one.unit,
        state=state_of(result.met[indicator]),
        formula=value_formula(held.standard.indicator(indicator), title_of),
        cite=held.standard.cite,
        threshold=bound,
        margin=margin(value, bound.value if bound else None, higher=one.better == "higher"),
        children=tuple(column_tree(name, unit, held.references, held.standard, held.rules) for name in columns),
        notes=(*_floor(held, one, result), *_reliefs(held, indicator, unit)),
        school=result.school_code,
    )


def _idle_relief(column: str, unit: dict[str, Any]) -> bool:
    return column.startswith("relief_") and not unit[column]


def _floor(held: Opened, one: Indicator, result: SchoolResult) -> tuple[Text, ...]:
    floor = bounds_of(held.standard, one, result.section, held.rules).floor
    if floor is None or held.standard.school_rule is None:
        return ()
    cite = held.rules.parameters[held.standard.school_rule.floor].cite
    return (
        Text(
            f"余项底线{number(floor)}{one.unit}（{cite}）",
            f"floor for the remaining indicators {number(floor)} ({cite})",
        ),
    )


def _reliefs(held: Opened, indicator: str, unit: dict[str, Any]) -> tuple[Text, ...]:
    return tuple(
        Text(f"特殊情形：{one.title.zh}（{one.cite}）", f"special case: {one.title.en} ({one.cite})")
        for one in cases(held.standard, held.rules)
        if one.indicator == indicator and unit[relief_column(one)]
    )
