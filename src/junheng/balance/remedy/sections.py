"""From the table that was judged to one problem per county section, or the schools for which none can be set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from junheng.balance.bounds import Bounds, rules_for
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.costs import Costs, Limits
from junheng.balance.remedy.needs import least_change
from junheng.balance.remedy.problem import Flags, Floats, Problem
from junheng.balance.remedy.quantities import Quantity, quantities
from junheng.policy.standard import Indicator, Linear, Standard
from junheng.policy.text import Text

Key = tuple[Any, ...]


def named(key: Key) -> dict[str, Any]:
    """The parts of a key by the names of the JSON contract; a table without years has none."""
    return dict(zip(("county_code", "section", "year"), key, strict=False))


Distances = Mapping[tuple[str, str], float]
"""Kilometres between two schools, in one order or both; pairs that are not there are not in reach."""
Shares = Mapping[tuple[str, str, str], float]
"""How much of one unit added to a whole school counts in one of its sections, by school, section and indicator; what
is not there is a section's own. By year alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One county section.

    Attributes:
        key: county code, section and, where the table has years, year.
        problem: what is to be solved; None where some school cannot be judged.
        unfit: what stands in the way, school by school.
        share: (n, m) how much of one unit of the problem counts in this section.
    """

    key: Key
    problem: Problem | None
    unfit: tuple[Text, ...] = ()
    share: Floats | None = None


def sections(
    evaluation: Evaluation, costs: Costs, distances: Distances | None = None, shares: Shares | None = None
) -> Iterator[Section]:
    """The problems of a judged table in the order of its counties.

    With ``shares``, the amounts of what they name are those of whole schools.

    Raises:
        InputError: the standard cannot be mended by adding.
    """
    standard = evaluation.standard
    held = quantities(standard)
    rows: pl.DataFrame = evaluation.units.collect(backend="polars").to_native()
    rows = rows.sort(*evaluation.keys, "school_code")
    numbers = _numbers(standard, rows)
    order = {section: at for at, section in enumerate(standard.sections)}
    build = _Builder(evaluation, held, costs, distances, shares or {})
    parts = _parts(rows.select(evaluation.keys))
    for key in sorted(parts, key=lambda one: (one[0], order[one[1]], *one[2:])):
        yield build.section(key, rows[parts[key]], {name: one[parts[key]] for name, one in numbers.items()})


def _parts(keys: pl.DataFrame) -> dict[Key, slice]:
    """Where the rows of each county section stand in sorted rows."""
    run = keys.select(pl.struct(pl.all()).rle_id()).to_series().to_numpy()
    first = np.flatnonzero(np.diff(run, prepend=run.max() + 1))
    ends = [*first[1:].tolist(), keys.height]
    return {key: slice(*ends_) for key, *ends_ in zip(keys[first].rows(), first.tolist(), ends, strict=True)}


@dataclass(frozen=True, slots=True, eq=False)
class _Builder:
    """What all sections of a table have in common."""

    evaluation: Evaluation
    held: tuple[Quantity, ...]
    costs: Costs
    distances: Distances | None
    shares: Shares

    def section(self, key: Key, rows: pl.DataFrame, numbers: Mapping[str, Floats]) -> Section:
        """One county section from its rows and their numbers."""
        standard, day = self.evaluation.standard, self.evaluation.day
        _, section, *years = key
        year = years[0] if years else None
        bounds = self.evaluation.bounds(section, year)
        rule = standard.school_rule
        least = rules_for(standard, year, day).number(rule.min_met) if rule else None
        unfit = [*_unknown(standard, bounds, least), *_unjudged(standard, rows, numbers)]
        if unfit or least is None:
            return Section(key, None, tuple(unfit))
        schools = tuple(rows["school_code"].to_list())
        share = self._share(schools, section)
        parts = zip(standard.indicators, share.T, strict=True)
        values = [_Values(one, numbers, bounds[one.id], part) for one, part in parts]
        nothing = [one.words for one in values if one.scale <= 0]
        if nothing:
            return Section(key, None, tuple(nothing))
        exempt = sum(one.tested for one in bounds.values()) - round(least)
        return Section(key, self._problem(schools, values, exempt), share=share if self.shares else None)

    def _share(self, schools: tuple[str, ...], section: str) -> Floats:
        """(n, m) how much of one unit counts in this section."""
        ids = [one.id for one in self.evaluation.standard.indicators]
        found = np.ones((len(schools), len(ids)))
        if self.shares:
            found[:] = [[self.shares.get((code, section, id_), 1.0) for id_ in ids] for code in schools]
        return found

    def _problem(self, schools: tuple[str, ...], values: "list[_Values]", exempt: int) -> Problem:
        costs = self.costs
        ids = tuple(one.indicator.id for one in values)
        whole = np.array([one.whole for one in self.held])
        least, most = _ranges(schools, ids, costs.limits)
        limits = [np.inf if one.bounds.limit is None else one.bounds.limit for one in values]
        paired = list(zip(values, self.held, strict=True))
        return Problem(
            schools=schools,
            indicators=ids,
            base=_columns([one.value / one.scale for one in values]),
            unit=_columns([one.indicator.per * one.share / one.below / one.scale for one in values]),
            weight=_columns([one.below / one.below.sum() for one in values]),
            full=_columns([one.change(one.bounds.threshold, quantity.step) for one, quantity in paired]),
            floor=_columns([one.change(one.bounds.floor, quantity.step) for one, quantity in paired]),
            limit=np.array(limits),
            exempt=exempt,
            whole=whole,
            step=np.array([one.step for one in self.held]),
            add=np.array([costs.add[id_] for id_ in ids]),
            move=np.array([costs.move.get(id_, np.inf) for id_ in ids]),
            least=least,
            most=np.where(whole, np.floor(most + 1e-9), most),
            county_most=np.array([costs.limits.per_section.get(id_, np.inf) for id_ in ids]),
            reach=_reach(schools, costs, self.distances),
        )


class _Values:
    """One indicator of one section in arrays."""

    def __init__(self, indicator: Indicator, numbers: Mapping[str, Floats], bounds: Bounds, share: Floats) -> None:
        self.indicator, self.bounds, self.share = indicator, bounds, share
        self.above, self.below = _sum(numbers, indicator.numerator), _sum(numbers, indicator.denominator)
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
        return least_change(self.above, self.below, self.indicator.per, bound, step, share=self.share)


def _columns(parts: list[Floats]) -> Floats:
    return np.ascontiguousarray(np.stack(parts, axis=1))


def _numbers(standard: Standard, rows: pl.DataFrame) -> dict[str, Floats]:
    """The columns that the indicators use; NaN where nothing was reported."""
    names = list(dict.fromkeys(name for one in standard.indicators for name in (*one.numerator, *one.denominator)))
    return dict(zip(names, rows.select(names).to_numpy().T.astype(float), strict=True))


def _sum(numbers: Mapping[str, Floats], terms: Linear) -> Floats:
    return np.asarray(sum(numbers[name] * factor for name, factor in terms.items()), float)


def _ranges(schools: tuple[str, ...], ids: tuple[str, ...], limits: Limits) -> tuple[Floats, Floats]:
    """(n, m) least and most that may be added."""
    least = np.zeros((len(schools), len(ids)))
    most = np.broadcast_to([limits.per_school.get(id_, np.inf) for id_ in ids], least.shape).copy()
    named = {*limits.schools, *(code for code, _ in (*limits.pinned, *limits.forbidden))}
    for at in (at for at, code in enumerate(schools) if code in named):
        least[at], most[at] = zip(*(limits.range_of(schools[at], id_) for id_ in ids), strict=True)
    return least, most


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


def _unjudged(standard: Standard, rows: pl.DataFrame, numbers: Mapping[str, Floats]) -> Iterator[Text]:
    """Schools with a number that is missing, or without pupils."""
    for row in _suspects(standard, rows, numbers).iter_rows(named=True):
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


def _suspects(standard: Standard, rows: pl.DataFrame, numbers: Mapping[str, Floats]) -> pl.DataFrame:
    """The schools with a blank or with nothing to divide by."""
    wrong = np.isnan(np.sum(list(numbers.values()), axis=0))
    for one in standard.indicators:
        wrong |= _sum(numbers, one.denominator) == 0
    return rows.filter(pl.Series(wrong)) if wrong.any() else rows.clear()


def _below(indicator: Indicator, row: Mapping[str, Any]) -> float:
    return float(sum(row[name] * factor for name, factor in indicator.denominator.items()))
