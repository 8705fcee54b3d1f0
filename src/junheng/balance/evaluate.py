"""A flat table of schools against a standard: every measure in the caller's own engine, no row loops."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
from narwhals.typing import IntoFrame

from junheng.balance.bounds import Cell, all_bounds, rules_for
from junheng.balance.checks import duplicates, number_faults, section_faults, sections_of, value_faults
from junheng.balance.columns import CODES, NAMES, numbers, renamed, section_codes
from junheng.balance.counties import county_table, indicator_table, with_results
from junheng.balance.dispersion import statistics, totals, with_keys
from junheng.balance.evaluation import SCHOOL_HEAD, Evaluation, school_columns
from junheng.balance.inputs import InputError
from junheng.balance.kinds import YEAR, Frame, Kind, take
from junheng.balance.measures import met_column, value_column, with_met, with_passes, with_values
from junheng.policy.standard import Standard


def evaluate(frame: IntoFrame, standard: Standard, *, day: date | None = None) -> Evaluation:
    """Judge schools and counties by a standard.

    Args:
        frame: one row per school, section (and year), already split; pandas, Polars (eager or lazy), PyArrow or
            DuckDB. Columns are those of ``facts.units.UNIT_COLUMNS`` that the standard computes with, under their id
            or their Chinese or English title; extra columns are allowed. NaN and null are *not reported*. Numbers need
            not be whole, pupils neither: a shared school is split by shares.
        standard: the indicators, thresholds and rules.
        day: the day whose law applies; by default the statistics day of each row's year, else the law as last known.

    Raises:
        InputError: all problems of the table together.
    """
    raw, kind = take(frame)
    units, kept = prepared(raw, standard, kind)
    cells = _cells(units, standard, kept)
    bounds = all_bounds(standard, cells, day)
    keys = [key for key in ("county_code", "section", YEAR) if key in kept]
    numbered, by = kind.numbered(units, keys, cells)
    judged = with_met(with_values(numbered, standard), standard, bounds)
    judged = kind.ordered(kind.settle(with_passes(judged, standard, _least(standard, cells, day))))
    sums = kind.settle(totals(judged, standard, by))
    stats = with_keys(statistics(judged, sums, standard, by), judged, by, keys)
    results = with_results(stats, standard, bounds, keys)
    return Evaluation(
        standard=standard,
        day=day,
        kind=kind,
        units=judged,
        schools=_schools(judged, standard, kept, kind),
        indicators=kind.give(indicator_table(results, standard, keys)),
        counties=kind.give(county_table(results, standard, keys, day)),
    )


def prepared(raw: Frame, standard: Standard, kind: Kind) -> tuple[Frame, list[str]]:
    """The columns that matter, canonically named and typed, with NaN as null, of the sections the standard judges."""
    frame, kept, faults = renamed(raw, raw.collect_schema().names(), standard)
    amounts = [name for name in (*numbers(standard), YEAR) if name in kept]
    text_faults, countable = number_faults(frame, amounts)
    typed = _typed(frame, kept, countable)
    frame = frame.with_columns(*typed) if typed else frame
    seen = sections_of(frame, kept)
    frame = _with_sections(frame, seen)
    faults += [*text_faults, *value_faults(frame, countable, kept), *section_faults(seen, standard)]
    faults += duplicates(frame, kept, kind) if {YEAR} - set(kept) or YEAR in countable else []
    if faults:
        raise InputError(faults)
    judged = list(standard.sections)
    other = {section_codes().get(one, one) for one in seen} - set(judged)
    return (frame.filter(nw.col("section").is_in(judged)) if other else frame), kept


def _typed(frame: Frame, kept: list[str], countable: Sequence[str]) -> list[nw.Expr]:
    schema = frame.collect_schema()
    typed = [nw.col(name).cast(nw.String) for name in (*CODES, *NAMES) if name in kept and schema[name] != nw.String]
    typed += [nw.col(name).cast(nw.Float64).fill_nan(None) for name in countable if name != YEAR]
    if YEAR in countable:
        typed.append(nw.col(YEAR).cast(nw.Float64).fill_nan(None).cast(nw.Int64))
    return typed


def _with_sections(frame: Frame, seen: list[str]) -> Frame:
    """Sections by code, where some were given by title."""
    expression = nw.col("section")
    titles = [one for one in seen if section_codes().get(one, one) != one]
    for title in titles:
        expression = nw.when(nw.col("section") == title).then(nw.lit(section_codes()[title])).otherwise(expression)
    return frame.with_columns(expression.alias("section")) if titles else frame


def _cells(units: Frame, standard: Standard, kept: list[str]) -> list[Cell]:
    if YEAR not in kept:
        return [(section, None) for section in standard.sections]
    years = units.select(YEAR).unique().collect(backend="polars").to_native()[YEAR].sort()
    return [(section, year) for year in years for section in standard.sections]


def _least(standard: Standard, cells: list[Cell], day: date | None) -> dict[Cell, float | None]:
    rule = standard.school_rule
    return {cell: rules_for(standard, cell[1], day).number(rule.min_met) if rule else None for cell in cells}


def _schools(judged: Frame, standard: Standard, kept: list[str], kind: Kind) -> Any:
    head = [name for name in SCHOOL_HEAD if name in kept]
    names = school_columns(standard)
    values = [nw.col(value_column(id_)).alias(name) for id_, (name, _) in names.items()]
    met = [nw.col(met_column(id_)).alias(name) for id_, (_, name) in names.items()]
    return kind.native(judged.select(*head, *values, *met, "met", "passes"))
