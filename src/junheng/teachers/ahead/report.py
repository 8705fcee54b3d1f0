"""Teachers of the coming years as one document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from junheng.policy.establishment_norms import EstablishmentNorms, establishment_parameters
from junheng.policy.retirement import RetirementLaw, retirement_parameters
from junheng.policy.text import Text
from junheng.teachers.ahead.classes import classes_ahead
from junheng.teachers.ahead.flows import Floats, flows, hires
from junheng.teachers.ahead.retiring import retiring
from junheng.teachers.checks import check_counties, check_once, check_schools, check_teachers, refuse_unfit, sections_of
from junheng.teachers.establishment import needed, posted
from junheng.teachers.faults import Fault
from junheng.teachers.numbers import told
from junheng.teachers.reading import LINE, Read

GROUP = ("county_code", "section", "subject")
NEAR = 1e-9
YEARS = 10


@dataclass(frozen=True, slots=True)
class Tables:
    """What is read: ``ahead`` classes or pupils of coming years, ``arrivals`` who is expected."""

    schools: Read
    teachers: Read
    hours: Read
    ahead: Read | None = None
    arrivals: Read | None = None


@dataclass(frozen=True, slots=True)
class Laws:
    """The numbers of posts and of retirement."""

    norms: EstablishmentNorms
    retirement: RetirementLaw


def report(tables: Tables, laws: Laws, year: int, years: int = YEARS) -> dict[str, Any]:
    """``rows`` of every county, section, subject and 1 September, ``subjects`` with the first year that is short.

    A row tells who retired, left and arrived since the year before, ``stock``, ``need``, ``gap`` (need less stock) and
    ``hire``: who must be found besides so that nobody is missing. Need, gap and hire are null where not known.

    Raises:
        UnfitTablesError: with every fault of the tables.
    """
    given = [tables.schools, tables.teachers, tables.hours, tables.ahead, tables.arrivals]
    refuse_unfit(given, lambda: _between(tables))
    people = _people(tables, laws.retirement, year)
    classes = classes_ahead(tables.schools, tables.ahead, year, years)
    need = needed(classes, tables.hours, laws.norms)
    groups = pl.concat([people.select(GROUP), need.select(GROUP)]).unique().drop_nulls().sort(GROUP)
    span = range(year, year + years + 1)
    now = _matrix(groups, people.with_columns(year=pl.lit(year), one=1.0), "one", span)[:, 0]
    due = _matrix(groups, people.with_columns(one=1.0), "one", span)[:, 1:]
    arrive = _matrix(groups, _arrivals(tables.arrivals), "arrive", span)[:, 1:]
    wanted = _matrix(groups, need, "need", span, blank=np.nan)
    leaving = laws.retirement.leaving or 0.0
    made = flows(now, due, arrive, leaving)
    made |= {"arrive": arrive, "need": wanted, "gap": wanted - made["stock"]}
    made["hire"] = hires(made["stock"], wanted, leaving)
    rows = [*_rows(groups, made, span)]
    held = {**establishment_parameters(), **retirement_parameters()}
    used = {one: held[one] for one in held if one.startswith("lessons.") or one in retirement_parameters()}
    return {
        "year": year,
        "years": years,
        "rows": rows,
        "subjects": [*_subjects(groups, made, span)],
        "counties": _counties(rows),
        "notes": [{"zh": one.zh, "en": one.en} for one in _notes(tables, people, year)],
        **told(used, {**laws.norms.values, **laws.retirement.values}),
    }


def _between(tables: Tables) -> Iterator[Fault]:
    yield from check_schools(tables.schools)
    yield from check_teachers(tables.teachers, sections_of(tables.schools))
    yield from check_once(tables.hours, "section", "subject")
    for table, key in ((tables.ahead, ("county_code", "section", "year")), (tables.arrivals, (*GROUP, "year"))):
        if table is not None:
            yield from check_once(table, *key)
            yield from check_counties(table, tables.schools)


def _people(tables: Tables, law: RetirementLaw, year: int) -> pl.DataFrame:
    """Teachers but heads by group, with the ``year`` of retirement, those overdue in the first, and ``overdue``."""
    when = retiring(tables.teachers, law).with_row_index("at")
    return (
        posted(tables.schools, tables.teachers)
        .join(when, on="at", how="left")
        .with_columns(overdue=pl.col("year") <= year)
        .with_columns(year=pl.col("year").clip(lower_bound=year + 1))
    )


def _arrivals(table: Read | None) -> pl.DataFrame:
    if table is None:
        kinds = {**dict.fromkeys(GROUP, pl.String), "year": pl.Int64, "arrive": pl.Float64}
        return pl.DataFrame(schema=kinds)
    return table.frame.drop(LINE)


def _matrix(groups: pl.DataFrame, rows: pl.DataFrame, value: str, span: range, blank: float = 0.0) -> Floats:
    """(groups, years) sums of a column; ``blank`` where there is no row or no value."""
    number = groups.with_row_index("group")
    found = (
        rows.filter(pl.col("year").is_in(list(span)))
        .join(number, on=list(GROUP))
        .group_by("group", "year")
        .agg(pl.when(pl.col(value).null_count() == 0).then(pl.col(value).sum()))
        .drop_nulls()
    )
    made = np.full((groups.height, len(span)), blank)
    made[found["group"].to_numpy(), found["year"].to_numpy() - span.start] = found[value].to_numpy()
    return made


def _rows(groups: pl.DataFrame, made: dict[str, Floats], span: range) -> Iterator[dict[str, Any]]:
    for at, group in enumerate(groups.iter_rows(named=True)):
        for since, year in enumerate(span):
            stocks = {name: _or_none(made[name][at, since]) for name in ("stock", "need", "gap")}
            passed = {
                name: None if since == 0 else _or_none(made[name][at, since - 1])
                for name in ("retire", "leave", "arrive", "hire")
            }
            yield {**group, "year": year, **stocks, **passed}


def _subjects(groups: pl.DataFrame, made: dict[str, Floats], span: range) -> Iterator[dict[str, Any]]:
    """Of each group today's stock, all who retire, and the first year in which it is short."""
    for at, group in enumerate(groups.iter_rows(named=True)):
        gap = made["gap"][at]
        short = np.flatnonzero(gap > NEAR)
        yield {
            **group,
            "stock": float(made["stock"][at, 0]),
            "retire": float(made["retire"][at].sum()),
            "judged": not bool(np.isnan(gap).any()),
            "first_short": span[int(short[0])] if short.size else None,
            "last_gap": _or_none(gap[-1]),
            "hire": _or_none(made["hire"][at].sum()),
        }


def _counties(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Stock and flows of each county and year; the need and those to find where every subject knows them."""
    if not rows:
        return []
    known = [
        pl.when(pl.col(one).null_count() == 0).then(pl.col(one).sum()).alias(one)
        for one in ("stock", "need", "retire", "leave", "arrive", "hire")
    ]
    return (
        pl.DataFrame(rows, infer_schema_length=None)
        .group_by("county_code", "year")
        .agg(known)
        .sort("county_code", "year")
        .to_dicts()
    )


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _notes(tables: Tables, people: pl.DataFrame, year: int) -> Iterator[Text]:
    unknown, overdue = people["month"].null_count(), int(people["overdue"].sum())
    if unknown:
        yield Text(
            f"{unknown} 名教师没有出生年月或性别，不知何时退休，按一直在岗计算",
            f"{unknown} teachers have no birth or gender: they count as staying",
        )
    if overdue:
        yield Text(
            f"{overdue} 名教师在 {year} 年 9 月 1 日前已到退休年龄，计入第一年退休；有约定的请填 retire 一列",
            f"{overdue} teachers are past the age on 1 September {year}: they retire in the first year; "
            "fill in the column retire where it is agreed otherwise",
        )
    if tables.ahead is None:
        yield Text(
            "没有 ahead.csv：今后的班数按今天的班数计算", "There is no ahead.csv: classes stay as they are today"
        )
    if tables.arrivals is None:
        yield Text("没有 arrivals.csv：按没有新教师到岗计算", "There is no arrivals.csv: nobody is expected to arrive")
