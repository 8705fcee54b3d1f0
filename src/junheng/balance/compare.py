"""The 2012 standard (基本均衡) beside another, on the same facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from junheng.balance.judge import judge
from junheng.balance.model import CityVerdict, CountyVerdict
from junheng.balance.tolerance import holds
from junheng.facts.tables import Facts
from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day


@dataclass(frozen=True, slots=True)
class MeanDispersion:
    """综合差异系数 of one section: the mean of its dispersions against the limit.

    ``value`` is None when one cannot be computed, ``met`` also while a school has no value.
    """

    section: str
    value: float | None
    limit: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict by the 2012 standard, and its mean dispersions by county code and section."""

    city: CityVerdict
    means: Mapping[str, tuple[MeanDispersion, ...]]


def compare_2012(facts: Facts, standard: Standard, *, snapshot: str = "") -> Comparison:
    """Judge the same facts by a standard that tests the mean of the dispersions.

    Args:
        facts: those the other verdict was made from.
        standard: the 2012 standard, ``load_standard("jiaodu-2012-3")``.
        snapshot: the hash of the snapshot, to be named in the verdict.
    """
    city = judge(facts, standard, snapshot=snapshot)
    return Comparison(city, {one.county_code: mean_dispersions(standard, one) for one in city.counties})


def mean_dispersions(standard: Standard, county: CountyVerdict) -> tuple[MeanDispersion, ...]:
    """The mean of a county's dispersions by section."""
    rules = standard.rules(statistics_day(county.year))
    found = []
    for section in standard.sections:
        rows = [one for one in county.indicators if one.section == section]
        held = [one.dispersion for one in rows]
        known = [one for one in held if one is not None]
        whole = all(one.missing == 0 for one in rows)
        value = sum(known) / len(known) if held and len(known) == len(held) else None
        name = standard.county_rule.mean_limit.get(section)
        limit = rules.number(name) if name else None
        found.append(MeanDispersion(section, value, limit, holds(value, "at_most", limit) if whole else None))
    return tuple(found)
