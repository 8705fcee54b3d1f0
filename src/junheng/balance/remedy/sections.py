"""From the table that was judged to one problem per county section, or the schools for which none can be set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from junheng.balance.bounds import Bounds, rules_for
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.needs import least_change
from junheng.balance.remedy.problem import Flags, Floats, Problem
from junheng.balance.remedy.quantities import Quantity, quantities
from junheng.policy.standard import Indicator, Linear, Standard
from junheng.policy.text import Text

Key = tuple[Any, ...]
Distances = Mapping[tuple[str, str], float]
"""Kilometres between two schools, in one order or both; pairs that are not there are not in reach."""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One county section.

    Attributes:
        key: county code, section and, where the table has years, year.
        problem: what is to be solved; None where some school cannot be judged.
        unfit: what stands in the way, school by school.
    """

    key: Key
    problem: Problem | None
    unfit: tuple[Text, ...] = ()


def sections(evaluation: Evaluation, costs: Costs, distances: Distances | None = None) -> Iterator[Section]:
    """The problems of a judged table in the order of its counties.

    Raises:
        InputError: the standard cannot be mended by adding.
    """
    standard = evaluation.standard
    held = quantities(standard)
    rows: pl.DataFrame = evaluation.units.collect(backend="polars").to_native()
    parts = rows.partition_by(evaluation.keys, as_dict=True, maintain_order=True)
    order = {section: at for at, section in enumerate(standard.sections)}
    for key in sorted(parts, key=lambda one: (one[0], order[one[1]], *one[2:])):
        yield _section(evaluation, key, parts[key].sort("school_code"), held, costs, distances)


def _section(
    evaluation: Evaluation,
    key: Key,
    rows: pl.DataFrame,
    held: tuple[Quantity, ...],
    costs: Costs,
    distances: Distances | None,
) -> Section:
    standard = evaluation.standard
    year = key[2] if len(key) > 2 else None
    bounds = evaluation.bounds(key[1], year)
    rule = standard.school_rule
    least = rules_for(standard, year, evaluation.day).number(rule.min_met) if rule else None
    unfit = [*_unknown(standard, bounds, least), *_unjudged(standard, rows)]
    if unfit or least is None:
        return Section(key, None, tuple(unfit))
    values = [_Values(one, rows, bounds[one.id]) for one in standard.indicators]
    nothing = [one.words for one in values if one.scale <= 0]
    if nothing:
        return Section(key, None, tuple(nothing))
    schools = tuple(rows["school_code"].to_list())
    tested = sum(one.tested for one in bounds.values())
    return Section(
        key, _problem(schools, values, held, costs, tested - round(least), _reach(schools, costs, distances))
    )


class _Values:
    """One indicator of one section in arrays."""

    def __init__(self, indicator: Indicator, rows: pl.DataFrame, bounds: Bounds) -> None:
        self.indicator, self.bounds = indicator, bounds
        self.above, self.below = _sum(rows, indicator.numerator), _sum(rows, indicator.denominator)
        self.value = indicator.per * self.above / self.below
        mean = indicator.per * self.above.sum() / self.below.sum()
        self.scale = float(bounds.threshold or mean)

    @property
    def words(self) -> Text:
        name, title = self.indicator.id, self.indicator.title
        return Text(
            f"{name}（{title.zh}）全县为零，差异系数无法计算",
            f"{name} ({title.en}) is zero everywhere: no dispersion can be computed",
        )

    def change(self, bound: float | None, step: float) -> Floats:
        """(n,) least change after which the bound is reached."""
        return least_change(self.above, self.below, self.indicator.per, bound, step)


def _problem(
    schools: tuple[str, ...],
    values: list[_Values],
    held: tuple[Quantity, ...],
    costs: Costs,
    exempt: int,
    reach: Flags | None,
) -> Problem:
    ids = tuple(one.indicator.id for one in values)
    steps = np.array([one.step for one in held])
    whole = np.array([one.whole for one in held])
    ranges = np.array([[costs.limits.range_of(school, id_) for id_ in ids] for school in schools])
    most = np.where(whole, np.floor(ranges[:, :, 1] + 1e-9), ranges[:, :, 1])
    limits = [np.inf if one.bounds.limit is None else one.bounds.limit for one in values]
    paired = list(zip(values, held, strict=True))
    return Problem(
        schools=schools,
        indicators=ids,
        base=_columns([one.value / one.scale for one in values]),
        unit=_columns([one.indicator.per / one.below / one.scale for one in values]),
        weight=_columns([one.below / one.below.sum() for one in values]),
        full=_columns([one.change(one.bounds.threshold, quantity.step) for one, quantity in paired]),
        floor=_columns([one.change(one.bounds.floor, quantity.step) for one, quantity in paired]),
        limit=np.array(limits),
        exempt=exempt,
        whole=whole,
        step=steps,
        add=np.array([costs.add[id_] for id_ in ids]),
        move=np.array([costs.move.get(id_, np.inf) for id_ in ids]),
        least=ranges[:, :, 0],
        most=most,
        county_most=np.array([costs.limits.per_section.get(id_, np.inf) for id_ in ids]),
        reach=reach,
    )


def _columns(parts: list[Floats]) -> Floats:
    return np.ascontiguousarray(np.stack(parts, axis=1))


def _sum(rows: pl.DataFrame, terms: Linear) -> Floats:
    return np.asarray(sum(rows[name].to_numpy() * factor for name, factor in terms.items()), float)


def _reach(schools: tuple[str, ...], costs: Costs, distances: Distances | None) -> Flags | None:
    """(n, n) which moves are near enough; None when any is."""
    if costs.max_move_km is None or not costs.move:
        return None
    near = {pair for pair, km in (distances or {}).items() if km <= costs.max_move_km}
    return np.array([[(one, other) in near or (other, one) in near for other in schools] for one in schools])


def _unknown(standard: Standard, bounds: Mapping[str, Bounds], least: float | None) -> Iterator[Text]:
    """Parameters of the standard that nobody has filled in."""
    if least is None:
        yield Text("标准没有写明每校至少达标几项", "the standard does not say how many indicators a school must meet")
    for one in standard.indicators:
        if bounds[one.id].tested and (bounds[one.id].threshold is None or bounds[one.id].floor is None):
            yield Text(f"{one.id} 的要求没有填写", f"the threshold of {one.id} is not filled in")


def _unjudged(standard: Standard, rows: pl.DataFrame) -> Iterator[Text]:
    """Schools with a number that is missing, or without pupils."""
    for row in rows.iter_rows(named=True):
        lacking = [
            one.id
            for one in standard.indicators
            if any(row[name] is None for name in (*one.numerator, *one.denominator))
        ]
        zero = [one.id for one in standard.indicators if one.id not in lacking and not _below(one, row)]
        code = row["school_code"]
        if lacking:
            yield Text(f"{code} 缺 {'、'.join(lacking)} 的数据", f"{code} has no data for {', '.join(lacking)}")
        if zero:
            yield Text(
                f"{code} 没有学生，{'、'.join(zero)} 无法计算",
                f"{code} has no pupils: {', '.join(zero)} cannot be computed",
            )


def _below(indicator: Indicator, row: Mapping[str, Any]) -> float:
    return float(sum(row[name] * factor for name, factor in indicator.denominator.items()))
