"""A table and its ways set out as problems: which sections are planned together, and with what."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from junheng.balance.evaluation import Evaluation
from junheng.balance.inputs import InputError
from junheng.balance.remedy.beyond import role
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.sections import Distances, Key, Section, Shares, sections
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import split_prices, ways_of
from junheng.balance.remedy.ways.setting import county_of, limits_of_county
from junheng.balance.remedy.ways.unknown import unlimited, unroomed

YEAR_AT = 2
"""Where a key has its year."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Sections of a county that are planned together, by position."""

    at: tuple[int, ...]
    sections: tuple[Section, ...]
    county: County

    @property
    def keys(self) -> list[Key]:
        return [one.key for one in self.sections]

    @property
    def levels(self) -> list[str]:
        """The names of the sections."""
        return [str(one.key[1]) for one in self.sections]


@dataclass(frozen=True, slots=True, eq=False)
class SetOut:
    """Every section of a table, and the groups of each county and year; sections that cannot be judged are in none."""

    todo: tuple[Section, ...]
    counties: tuple[tuple[Group, ...], ...]

    @property
    def groups(self) -> Iterator[Group]:
        """Those of all counties."""
        return (group for county in self.counties for group in county)


def set_out(evaluation: Evaluation, costs: Costs, distances: Distances | None, shares: Shares | None) -> SetOut:
    """The problems of a table with all its ways.

    Raises:
        InputError: a limit that the ways need is not known at some school.
    """

    def per_classes(key: Key) -> float | None:
        return role(evaluation, "specialist_rooms", "per_classes", key[2] if len(key) > YEAR_AT else None)

    todo = tuple(sections(evaluation, _plain(costs), distances, shares))
    unknown = [*unlimited(todo, costs), *unroomed(todo, costs, per_classes)]
    if unknown:
        raise InputError(unknown)
    counties: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(todo):
        if one.problem is not None:
            counties[one.key[0], *one.key[2:]].append(at)
    found = []
    for positions in counties.values():
        groups = []
        for held in _together([(at, todo[at]) for at in positions], costs):
            several = tuple(one for _, one in held)
            groups.append(Group(tuple(at for at, _ in held), several, county_of(several, costs, per_classes)))
        found.append(tuple(groups))
    return SetOut(todo, tuple(found))


def _plain(costs: Costs) -> Costs:
    """One price for each quantity, which no way undercuts; limits come with the ways."""
    return replace(costs, add=split_prices(ways_of(costs)), limits=replace(costs.limits, per_section={}), ways=())


def _together(held: Sequence[tuple[int, Section]], costs: Costs) -> list[list[tuple[int, Section]]]:
    """The sections of a county one by one, or all together where shares or limits of the county link them."""
    linked = limits_of_county(costs) or links_of([one for _, one in held]).size
    return [list(held)] if linked else [[one] for one in held]
