"""The measures of one school section, written once as narwhals expressions for every engine."""

import re
from collections.abc import Mapping
from functools import reduce
from operator import add

import narwhals as nw

from junheng.balance.bounds import Bounds, Cell
from junheng.balance.kinds import Frame
from junheng.balance.tolerance import lowered, raised
from junheng.policy.standard import Better, Indicator, Linear, Standard

NOTHING = nw.Float64()


def part_column(indicator: str, part: str) -> str:
    """The working column of one part of an indicator: no input column can have its name on any engine."""
    return f"__{re.sub(r'[^0-9A-Za-z_]', lambda sign: f'_{ord(sign[0])}_', indicator)}__{part}"


def value_column(indicator: str) -> str:
    return part_column(indicator, "value")


def met_column(indicator: str) -> str:
    return part_column(indicator, "met")


def floor_column(indicator: str) -> str:
    return part_column(indicator, "floor")


def linear(terms: Linear) -> nw.Expr:
    """A linear sum of columns, null when any part is null; no terms at all is the number one."""
    if not terms:
        return nw.lit(1.0)
    return reduce(add, (nw.col(name) if factor == 1 else nw.col(name) * factor for name, factor in terms.items()))


def value(indicator: Indicator) -> nw.Expr:
    """``x = k·a/n`` (F1); null when a part is not reported or the denominator is zero."""
    scaled = linear(indicator.numerator) * float(indicator.per)
    if not indicator.denominator:
        return scaled
    below = linear(indicator.denominator)
    return nw.when(below != 0).then(scaled / below)


def by_cell(values: Mapping[Cell, float | None]) -> nw.Expr:
    """A number that depends on section and year, without asking for what does not vary."""
    if len(set(values.values())) == 1:
        return nw.lit(next(iter(values.values())), dtype=NOTHING)
    expression = nw.lit(None, dtype=NOTHING)
    for section in {section for section, _ in values}:
        years = {year: held for (one, year), held in values.items() if one == section}
        expression = nw.when(nw.col("section") == section).then(_by_year(years)).otherwise(expression)
    return expression


def _by_year(values: Mapping[int | None, float | None]) -> nw.Expr:
    expression = nw.lit(next(iter(values.values())), dtype=NOTHING)
    if len(set(values.values())) == 1:
        return expression
    for year, held in values.items():
        expression = nw.when(nw.col("year") == year).then(nw.lit(held, dtype=NOTHING)).otherwise(expression)
    return expression


def reaches(measured: nw.Expr, bound: Mapping[Cell, float | None], better: Better) -> nw.Expr:
    """Whether a value is on the good side of its bound, ties included; null when either is not known."""
    widen = lowered if better == "higher" else raised
    edge = by_cell({cell: None if held is None else widen(held) for cell, held in bound.items()})
    return measured >= edge if better == "higher" else measured <= edge


def with_values(frame: Frame, standard: Standard) -> Frame:
    return frame.with_columns(**{value_column(one.id): value(one) for one in standard.indicators})


def with_met(frame: Frame, standard: Standard, bounds: Mapping[str, Mapping[Cell, Bounds]]) -> Frame:
    """Adds for each indicator whether the threshold and its floor are reached."""
    flags: dict[str, nw.Expr] = {}
    for one in standard.indicators:
        cells = bounds[one.id]
        thresholds = {cell: held.threshold for cell, held in cells.items()}
        floors = {cell: held.floor for cell, held in cells.items()}
        flags[met_column(one.id)] = reaches(nw.col(value_column(one.id)), thresholds, one.better)
        flags[floor_column(one.id)] = reaches(nw.col(value_column(one.id)), floors, one.better)
    return frame.with_columns(**flags)


def with_passes(frame: Frame, standard: Standard, least: Mapping[Cell, float | None]) -> Frame:
    """Adds ``met`` (how many indicators are met) and ``passes`` (F4).

    ``passes`` is null when any tested value is null, and when the standard has no rule for schools.
    """
    tested = [one for one in standard.indicators if one.threshold]
    if not tested:
        return frame.with_columns(met=nw.lit(0), passes=nw.lit(None, dtype=nw.Boolean()))
    met = [nw.col(met_column(one.id)) for one in tested]
    counted = frame.with_columns(met=nw.sum_horizontal(*(one.cast(nw.Int64) for one in met)))
    if standard.school_rule is None:
        return counted.with_columns(passes=nw.lit(None, dtype=nw.Boolean()))
    judged = [_or_untested(one, standard, ~nw.col(met_column(one.id)).is_null()) for one in tested]
    floors = [_or_untested(one, standard, nw.col(floor_column(one.id))) for one in tested]
    passing = (nw.col("met") >= by_cell(least)) & nw.all_horizontal(*floors, ignore_nulls=False)
    return counted.with_columns(passes=nw.when(nw.all_horizontal(*judged, ignore_nulls=False)).then(passing))


def _or_untested(indicator: Indicator, standard: Standard, test: nw.Expr) -> nw.Expr:
    """The test, or true in the sections for which the standard sets the indicator no threshold."""
    free = [section for section in standard.sections if section not in indicator.threshold]
    return nw.col("section").is_in(free) | test if free else test
