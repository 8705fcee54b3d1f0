"""Why a value is missing, and which schools did not report at all."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from junheng.balance.columns import title_of
from junheng.balance.model import Failing
from junheng.balance.staffing import FIELDS, parts_of
from junheng.balance.units import AMOUNTS
from junheng.facts.tables import Facts
from junheng.policy.standard import Indicator, Standard
from junheng.policy.text import Text

Row = Mapping[str, Any]

NOT_REPORTED = Text("学年未上报", "no report this year")


def whole_school_rows(facts: Facts) -> Mapping[str, Row]:
    """School code -> its teachers given only for the whole school of several sections."""
    rows = facts["teachers"].filter(pl.col("section") == "all").iter_rows(named=True)
    return {row["school_code"]: row for row in rows}


def missing_texts(standard: Standard, unit: Row, by_whole: Mapping[str, Row]) -> Mapping[str, Text]:
    """Indicator id -> which facts it lacks, for every indicator that lacks any.

    Args:
        standard: the indicators.
        unit: one row of the unit table.
        by_whole: the answer of ``whole_school_rows``.
    """
    found = {}
    for one in standard.indicators:
        lacking = [name for name in one.columns if name in unit and unit[name] is None]
        if lacking:
            found[one.id] = _said(one, [_why(name, unit, by_whole) for name in lacking])
    return found


def _said(indicator: Indicator, whys: list[Text]) -> Text:
    zh, en = "、".join(one.zh for one in whys), ", ".join(one.en for one in whys)
    return Text(f"{indicator.title.zh}：{zh}，未评定", f"{indicator.title.en}: {en}; not judged")


def _why(column: str, unit: Row, by_whole: Mapping[str, Row]) -> Text:
    parts = [part for part in parts_of(column, unit["section"]) if unit.get(part) is None] or [column]
    title = _listed(parts)
    whole = by_whole.get(unit["school_code"])
    if whole is not None and all(part in FIELDS and whole[part] is not None for part in parts):
        return Text(f"{title.zh}只按全校上报，不能分到学段", f"{title.en} given for the whole school only")
    if column in AMOUNTS and unit["share"] is None:
        return Text(f"{title.zh}无法拆分（各学段学生数或拆分权重不全）", f"{title.en} cannot be split by section")
    return Text(f"{title.zh}未上报", f"{title.en} not reported")


def _listed(parts: list[str]) -> Text:
    titles = [title_of(part) for part in parts]
    return Text("、".join(one.zh for one in titles), ", ".join(one.en for one in titles))


def unreported(
    facts: Facts, expected: pl.DataFrame | None, previous: Facts | None
) -> tuple[Mapping[str, list[Failing]], Mapping[str, list[Text]]]:
    """By county code: the expected schools that are absent, and words on last year's schools that are absent.

    Last year's schools may have closed or merged, so they are named and decide nothing.
    """
    absent: dict[str, list[Failing]] = {}
    for row in _absent(expected, facts):
        absent.setdefault(row["county_code"], []).append(Failing(row["school_code"], row["school_name"], NOT_REPORTED))
    gone: dict[str, list[Text]] = {}
    for row in _absent(previous["schools"] if previous and expected is None else None, facts):
        name = row["school_name"]
        gone.setdefault(row["county_code"], []).append(
            Text(
                f"{name}：上学年有上报，本学年没有，请核实",
                f"{name}: reported last year and not this year, please check",
            )
        )
    return absent, gone


def _absent(wanted: pl.DataFrame | None, facts: Facts) -> list[Row]:
    if wanted is None:
        return []
    gone = wanted.join(facts["schools"].select("school_code"), on="school_code", how="anti")
    return list(gone.sort("county_code", "school_code").iter_rows(named=True))
