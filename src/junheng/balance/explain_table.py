"""Explanations of an evaluated flat table, from its own rows."""

from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl

from junheng.balance.bounds import rules_for
from junheng.balance.columns import title_of
from junheng.balance.contributions import weighings
from junheng.balance.dispersion import weight
from junheng.balance.explain_parts import Spread, dispersion_tree, margin, threshold, value_formula
from junheng.balance.measures import met_column, value_column
from junheng.balance.model import Explanation, FactRef, state_of
from junheng.policy.standard import Indicator, Linear
from junheng.policy.text import Text

if TYPE_CHECKING:
    from junheng.balance.evaluation import Evaluation


Group = tuple[str, str, int | None]
"""County code, section, year (None: the table has no years)."""


def explain_rows(evaluation: "Evaluation", group: Group, indicator: str, school_code: str | None) -> Explanation:
    """The dispersion of a county section, or one school's value, down to the columns of the table."""
    county, section, year = group
    rows = evaluation.rows(county, section, year)
    if school_code is not None:
        rows = rows.filter(pl.col("school_code") == school_code)
    if rows.is_empty():
        raise KeyError(f"no rows for {county} {section} {school_code or ''} {year or ''}".strip())
    one = evaluation.standard.indicator(indicator)
    if school_code is not None:
        return _value(evaluation, one, section, rows.row(0, named=True))
    return _dispersion(evaluation, one, group, rows)


def _dispersion(evaluation: "Evaluation", one: Indicator, group: Group, rows: pl.DataFrame) -> Explanation:
    county, section, year = group
    found = evaluation.indicator_row(county, section, one.id, year)
    known = rows.filter(pl.col(value_column(one.id)).is_not_null())
    weighted = evaluation.standard.county_rule.weighting == "weighted"
    weights = nw.from_native(known).select(w=weight(one) if weighted else nw.lit(1.0)).to_native()["w"]
    codes = known["school_code"].to_list()
    names = known["school_name"].to_list() if "school_name" in known.columns else codes
    values = known[value_column(one.id)].to_list()
    schools = weighings(codes, names, values, weights.to_list(), found["mean"]) if codes else ()
    by_code = {row["school_code"]: row for row in known.iter_rows(named=True)}
    rules = rules_for(evaluation.standard, year, evaluation.day)
    return dispersion_tree(
        one,
        threshold(rules, one.limit.get(section)),
        evaluation.standard.cite,
        Spread(found["mean"], found["sd"], found["dispersion"], found["met"], schools, _left_out(rows, one)),
        lambda code: (_value(evaluation, one, section, by_code[code]),),
    )


def _left_out(rows: pl.DataFrame, one: Indicator) -> tuple[Text, ...]:
    missing = rows.filter(pl.col(value_column(one.id)).is_null())["school_code"].sort().to_list()
    if not missing:
        return ()
    listed = "、".join(missing)
    return (
        Text(
            f"下列学校缺数，不在计算之内，差异系数暂不作达标判断：{listed}",
            f"without a value, so the dispersion is not judged: {', '.join(missing)}",
        ),
    )


def _value(evaluation: "Evaluation", one: Indicator, section: str, row: dict[str, Any]) -> Explanation:
    rules = rules_for(evaluation.standard, row.get("year"), evaluation.day)
    held = threshold(rules, one.threshold.get(section))
    measured = row[value_column(one.id)]
    return Explanation(
        title=one.title,
        value=measured,
        unit=one.unit,
        state=state_of(row[met_column(one.id)]),
        formula=value_formula(one, title_of),
        cite=evaluation.standard.cite,
        threshold=held,
        margin=margin(measured, held.value if held else None, higher=one.better == "higher"),
        facts=(*_refs(one.numerator, row, section), *_refs(one.denominator, row, section)),
    )


def _refs(terms: Linear, row: dict[str, Any], section: str) -> list[FactRef]:
    return [FactRef("units", row["school_code"], section, name, title_of(name), row[name]) for name in terms]
