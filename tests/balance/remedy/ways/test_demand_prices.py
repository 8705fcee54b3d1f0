"""What a demand costs is what the plan without it saves."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.sections import Section
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.demand_prices import demands_by_ways, priced_by_ways, without_school
from junheng.balance.remedy.ways.table import Group
from junheng.programs import Solver
from tests.balance.remedy.tiny_levers import LINKS, cheapest_together, cheapest_way, halves, small


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def group(county: County) -> Group:
    levels = ("primary", "junior")[: len(county.parts)]
    parts = zip(levels, county.parts, strict=True)
    return Group(tuple(range(len(levels))), tuple(Section(("c", one), part.problem) for one, part in parts), county)


@pytest.mark.parametrize("seed", [1, 5])
def test_every_price_is_what_trying_everything_saves(solver: Solver, seed: int) -> None:
    levers = small(seed, 0.25)
    told: list[None] = []
    found = priced_by_ways(group(County.of([levers])), solver, progress=lambda: told.append(None))
    assert found is not None
    assert found.cost == cheapest_way(levers)
    assert len(told) == demands_by_ways(group(County.of([levers]))) == 3 + 3 + 1 + 5 + 1 + 2
    assert [one.without for one in found.prices] == sorted(one.without or 0.0 for one in found.prices)
    for one in found.prices:
        least, most = one.saved
        assert one.without is not None
        assert least - 1e-6 <= found.cost - one.without <= most + 1e-6
        if one.kind == "dispersion":
            limit = levers.problem.limit.copy()
            limit[levers.problem.indicators.index(one.indicator or "")] = np.inf
            assert one.without == cheapest_way(replace(levers, problem=replace(levers.problem, limit=limit)))
        if one.kind == "count":
            assert one.without == cheapest_way(replace(levers, problem=replace(levers.problem, exempt=2)))
        if one.kind == "posts":
            assert one.without == cheapest_way(replace(levers, posts=None))


def test_sections_together_are_one_entry_and_their_dispersions_are_told_apart(solver: Solver) -> None:
    county = halves(3, LINKS)
    found = priced_by_ways(group(county), solver)
    assert found is not None
    assert found.key == ("c", "primary+junior")
    assert found.cost == cheapest_together(county)
    held = {(one.kind, one.section) for one in found.prices if one.kind == "dispersion"}
    assert held <= {("dispersion", "primary"), ("dispersion", "junior")}
    assert all(one.section is None for one in found.prices if one.kind != "dispersion")
    assert not any(one.kind == "school" and one.school == "s9" for one in found.prices)


def test_a_school_is_left_out_of_all_its_sections_with_what_it_shares() -> None:
    county = halves(3, LINKS)
    rest = without_school(county, "s1")
    assert rest is not None
    assert [one.problem.schools for one in rest.parts] == [("s0",), ("s2",)]
    assert rest.links.size == 0
    other = without_school(county, "s0")
    assert other is not None
    assert other.links.tolist() == [[0, 0, 1, 0, 2]]
    assert without_school(rest, "s0") is None


def test_what_has_no_plan_has_no_prices(solver: Solver) -> None:
    levers = small(1)
    problem = replace(levers.problem, floor=np.full_like(levers.problem.floor, 99.0))
    assert priced_by_ways(group(County.of([replace(levers, problem=problem)])), solver) is None
