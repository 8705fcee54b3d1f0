"""What to build: seats for every child first, then as cheaply as possible, within what fits."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.programs import NOTHING, Program, Solved, Solver
from junheng.seats.plan.building import build
from junheng.seats.plan.costs import prices
from junheng.seats.plan.options import Built, Limits
from tests.seats.plan.tiny import COSTS, needs_of


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as held:
        yield held


def built(solver: Solver, limits: Limits, *, costs: dict[str, int] = COSTS, addable: int = 4) -> Built:
    needs, land = needs_of(classes=12, addable=addable, children=100)
    return build(solver, needs, land, prices(costs), limits=limits, seconds=5)


def test_the_cheapest_classes_that_seat_every_child_are_built(solver: Solver) -> None:
    found = built(solver, Limits())
    assert found.unserved == 0
    assert found.found
    assert found.unserved_bound == 0
    assert sum(found.added.values()) == 3
    assert found.new == {}
    assert found.cost == 3 * COSTS["added_class_yuan"]
    assert found.cost_gap == 0


def test_a_school_is_built_where_extensions_do_not_suffice_and_not_below_its_size(solver: Solver) -> None:
    found = built(solver, Limits(least_classes=12), addable=1)
    assert found.unserved == 0
    assert sum(found.new.values()) == 12
    assert found.cost is not None
    assert found.cost >= 12 * COSTS["new_class_yuan"] + COSTS["new_school_yuan"]


def test_money_limits_what_is_built(solver: Solver) -> None:
    found = built(solver, Limits(budget=2.0 * COSTS["added_class_yuan"]))
    assert found.cost == 2 * COSTS["added_class_yuan"]
    assert found.unserved == found.unserved_bound == 1200 - 26 * 45


def test_a_few_children_above_the_norm_are_tolerated(solver: Solver) -> None:
    found = built(solver, Limits(tolerance=0.3))
    assert found.cost == 0
    assert (found.added, found.new) == ({}, {})
    assert found.found


def test_without_prices_the_fewest_schools_and_classes_are_built(solver: Solver) -> None:
    found = built(solver, Limits(), costs={})
    assert found.cost is None
    assert sum(found.added.values()) == 3


class Late(Solver):
    """A solver that finds nothing."""

    def ready(self) -> bool:
        return False

    def solve(self, program: Program, seconds: float, gap: float = 0.0) -> Solved:  # noqa: ARG002 - it does not even look
        return NOTHING


def test_when_the_time_is_too_short_everything_is_built_and_trimmed() -> None:
    found = built(Late(), Limits())
    assert found.unserved == 0
    assert 3 <= sum(found.added.values()) + sum(found.new.values()) <= 5
    assert found.cost_gap > 0


def test_when_the_time_is_too_short_and_money_limited_nothing_is_proposed() -> None:
    found = built(Late(), Limits(budget=1.0))
    assert not found.found
    assert (found.added, found.new) == ({}, {})
    assert found.unserved > 0


def test_land_built_on_before_costs_no_new_school(solver: Solver) -> None:
    needs, land = needs_of(classes=12, addable=0, children=100)
    opened = replace(land, opened=np.ones(1, dtype=bool))
    found = build(solver, needs, opened, prices(COSTS), limits=Limits(), seconds=5)
    assert found.cost == sum(found.new.values()) * COSTS["new_class_yuan"]


@pytest.mark.parametrize(("opening", "on_land"), [(1_000_000.0, True), (30_000_000.0, False)])
def test_a_site_with_a_low_cost_of_its_own_is_built_on(solver: Solver, opening: float, on_land: bool) -> None:
    needs, land = needs_of(classes=12, addable=30, children=100, opening=opening)
    cheap = prices({**COSTS, "new_class_yuan": 1_000_000})
    found = build(solver, needs, land, cheap, limits=Limits(), seconds=5)
    assert bool(found.new) == on_land
    assert found.unserved == 0
    assert found.cost == pytest.approx(found.money_bound)
