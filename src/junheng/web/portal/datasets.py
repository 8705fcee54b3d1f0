"""The published rows as tables: what pages offer for download and the data catalogue gives out.

Made from what an edition stores, so already protected; every table carries year, version, standard and snapshot. The
same builder serves one county and the whole city.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.balance.model import State, state_of
from junheng.policy.standard import Indicator, Standard
from junheng.policy.text import Text
from junheng.publish.display import SYNTHETIC
from junheng.publish.rounding import AVERAGE, DISPERSION
from junheng.publish.table import SUPPRESSED, About, Column, Level, Table
from junheng.publish.tables.common import (
    COUNTY,
    COUNTY_CODE,
    DISPERSION_COLUMN,
    INDICATOR,
    INDICATOR_TITLE,
    LIMIT,
    MEAN,
    MET,
    PUPILS,
    REASONS,
    SCHOOL,
    SCHOOL_CODE,
    SECTION,
    UNIT,
)
from junheng.publish.words import DOMAIN_TITLES, section_title
from junheng.web.portal.models import County, Edition, School

Pairs = Sequence[tuple[County, Sequence[School]]]
"""Counties with their judged school sections."""
Rows = tuple[tuple[Any, ...], ...]
Source = tuple[Edition, Standard, Pairs]

STAR = Text(
    "* 为保护人数很少的学校而不公开；不是未上报，也不是零",
    "* not shown, to protect very small schools; neither missing nor zero",
)


def counties(edition: Edition, standard: Standard, pairs: Pairs) -> Table:
    """One row per county: verdict, schools and dispersions met, reasons."""
    counts = [
        _number(f"{section}_{part}", Text(f"{section_title(section).zh}{zh}", f"{section_title(section).en}: {en}"))
        for section in standard.sections
        for part, zh, en in (
            ("met", "达标学校", "passing"),
            ("of", "学校", "schools"),
            ("not_judged", "未评定", "open"),
        )
    ]
    columns = (COUNTY_CODE, COUNTY, Column("state", Text("结论", "Verdict"), "state"))
    more = (
        _number("dispersions_met", Text("差异系数达标项数", "Dispersions met")),
        _number("dispersions", Text("差异系数项数", "Dispersions")),
    )
    domains = tuple(Column(f"domain_{one}", DOMAIN_TITLES[one], "state") for one in _domains(pairs))
    rows = tuple(_county_row(one, standard, _domains(pairs)) for one, _schools in pairs)
    shape: tuple[str, Text, Level] = ("counties", Text("各区县评估结论", "Verdict on every county"), "county")
    return _table(shape, (*columns, *counts, *more, *domains, REASONS), rows, (edition, standard, pairs))


def indicators(edition: Edition, standard: Standard, pairs: Pairs, only: str | None = None) -> Table:
    """One row per county, section and indicator (or one indicator): mean, dispersion, limit, whether it is met."""
    titles = {one.id: one for one in standard.indicators}
    missing = (
        _number("schools", Text("计入学校数", "Schools counted")),
        _number("missing", Text("缺报学校数", "Schools without a value")),
    )
    margin = Column("margin", Text("余量", "Margin"), "number", None, DISPERSION)
    rows = tuple(
        (county.code, _name(county), section_title(one["section"]), one["indicator"], titles[one["indicator"]].title,
         titles[one["indicator"]].unit, *_spread(one), _state(one["met"]), one["schools"], one["missing"])
        for county, _schools in pairs
        for one in county.indicators
        if only in (None, one["indicator"])
    )  # fmt: skip
    columns = (
        COUNTY_CODE,
        COUNTY,
        SECTION,
        INDICATOR,
        INDICATOR_TITLE,
        UNIT,
        MEAN,
        DISPERSION_COLUMN,
        LIMIT,
        margin,
        MET,
        *missing,
    )
    shape: tuple[str, Text, Level] = ("indicators", Text("校际差异系数", "Dispersion between schools"), "indicator")
    return _table(shape, columns, rows, (edition, standard, pairs))


def schools(edition: Edition, standard: Standard, pairs: Pairs) -> Table:
    """One row per school section: pupils, every indicator, how many are met, verdict, reasons."""
    values = tuple(_value_column(one) for one in standard.indicators)
    met = (_number("met_count", Text("达标项数", "Indicators met")), Column("passes", Text("结论", "Verdict"), "state"))
    hidden = Column("suppressed", Text("是否不公开数值", "Values suppressed"))
    rows = tuple(
        (county.code, _name(county), one.code, one.name, section_title(one.section), *_values(one, standard),
         one.met, _state(one.passes), _joined(one.reasons), one.suppressed)
        for county, own in pairs
        for one in own
    )  # fmt: skip
    columns = (COUNTY_CODE, COUNTY, SCHOOL_CODE, SCHOOL, SECTION, PUPILS, *values, *met, REASONS, hidden)
    shape: tuple[str, Text, Level] = ("schools", Text("各校资源配置", "Resources of every school"), "school")
    return _table(shape, columns, rows, (edition, standard, pairs))


def items(edition: Edition, standard: Standard, pairs: Pairs, only: str | None = None) -> Table:
    """One row per county and item of the other domains (or one item): state, finding, units failing,
    who judged it and when."""
    columns = (
        COUNTY_CODE,
        COUNTY,
        Column("item", Text("条目编号", "Item"), "code"),
        Column("domain", Text("领域", "Domain")),
        Column("title", Text("条目", "Title")),
        Column("state", Text("结论", "State"), "state"),
        Column("summary", Text("简要结论", "Finding")),
        _number("failing", Text("未达标单位数", "Units failing")),
        Column("judged_by", Text("认定人（单位）", "Judged by")),
        Column("judged_on", Text("认定日期", "Judged on")),
    )
    rows = tuple(
        (county.code, _name(county), one["item"]["id"], DOMAIN_TITLES[one["item"]["domain"]],
         _text(one["item"]["title"]), State(one["state"]), _text(one["summary"]), len(one["failing"]),
         (one["conclusion"] or {}).get("judged_by"), (one["conclusion"] or {}).get("judged_on"))
        for county, _schools in pairs
        for one in county.detail["items"]
        if only in (None, one["item"]["id"])
    )  # fmt: skip
    shape: tuple[str, Text, Level] = ("items", Text("分项评估", "Items"), "item")
    return _table(shape, columns, rows, (edition, standard, pairs))


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table of the catalogue."""

    id: str
    title: Text
    note: Text
    make: Callable[[Edition, Standard, Pairs], Table]


DATASETS = (
    Dataset("counties", Text("各区县评估结论", "Verdict on every county"), Text("每个区县", "county"), counties),
    Dataset(
        "indicators",
        Text("校际差异系数", "Dispersion between schools"),
        Text("每个区县、学段、指标", "county, section and indicator"),
        indicators,
    ),
    Dataset(
        "schools", Text("各校资源配置", "Resources of every school"), Text("每校每学段", "school section"), schools
    ),
    Dataset("items", Text("分项评估", "Items"), Text("每个区县、条目", "county and item"), items),
)


def _table(shape: tuple[str, Text, Level], columns: Sequence[Column], rows: Rows, made_of: Source) -> Table:
    (id_, title, level), (edition, standard, pairs) = shape, made_of
    one = pairs[0][0] if len(pairs) == 1 else None
    named = Text(f"{one.name['zh']}{title.zh}", f"{one.name['en']}: {title.en}") if one else title
    about = About(edition.year, level, standard.id, edition.snapshot, one.code if one else None)
    notes = [SYNTHETIC] if edition.synthetic else []
    if any(value is SUPPRESSED for row in rows for value in row):
        notes.append(STAR)
    year = f"{edition.year}—{edition.year + 1}"
    source = f"{standard.number} · {year} · v{edition.version} · snapshot {edition.snapshot[:12]}"
    return Table(id_, named, tuple(columns), rows, tuple(notes), source, about)


def _number(id_: str, title: Text) -> Column:
    return Column(id_, title, "number", None, 0)


def _value_column(one: Indicator) -> Column:
    title = Text(f"{one.id} {one.short.zh}", f"{one.id} {one.short.en}")
    return Column(one.id, title, "number", one.unit, AVERAGE, None, one.title)


def _domains(pairs: Pairs) -> tuple[str, ...]:
    return tuple(pairs[0][0].summary["domains"]) if pairs else ()


def _county_row(county: County, standard: Standard, domains: Iterable[str]) -> tuple[Any, ...]:
    sections = county.summary["sections"]
    parts = ("met", "of", "not_judged")
    counted = [sections.get(section, {}).get(part) for section in standard.sections for part in parts]
    spread = county.summary["dispersions"]
    states = [State(county.summary["domains"][one]["state"]) for one in domains]
    return (
        county.code,
        _name(county),
        State(county.state),
        *counted,
        spread["met"],
        spread["of"],
        *states,
        _joined(county.summary["reasons"]),
    )


def _spread(one: dict[str, Any]) -> tuple[Any, ...]:
    if one.get("suppressed"):
        return (SUPPRESSED, SUPPRESSED, one["limit"], SUPPRESSED)
    known = one["limit"] is not None and one["dispersion"] is not None
    return (one["mean"], one["dispersion"], one["limit"], one["limit"] - one["dispersion"] if known else None)


def _values(one: School, standard: Standard) -> list[Any]:
    if one.suppressed:
        return [SUPPRESSED] * (1 + len(standard.indicators))
    return [one.pupils, *(one.values.get(each.id) for each in standard.indicators)]


def _state(met: bool | None) -> State:
    return state_of(met)


def _name(county: County) -> Text:
    return _text(county.name)


def _text(held: dict[str, str]) -> Text:
    return Text(held["zh"], held["en"])


def _joined(held: Iterable[dict[str, str]]) -> Text | None:
    texts = list(held)
    if not texts:
        return None
    return Text("；".join(one["zh"] for one in texts), "; ".join(one["en"] for one in texts))
