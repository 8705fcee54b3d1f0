"""The program learns of crowds until its answer is exact: as good as trying everything."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from junheng.programs import NOTHING, Program, Solved, Solver
from junheng.seats.plan.costs import prices
from junheng.seats.plan.cutting import heard, settle
from junheng.seats.plan.master import SCALE, Master
from junheng.seats.plan.options import Limits, left_over
from tests.seats.plan.tiny import COSTS, needs_of


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as held:
        yield held


@pytest.mark.parametrize(("children", "at_most"), [(100, 0), (100, 50), (120, 0), (110, 30)])
def test_nothing_cheaper_can_be_found_by_trying(solver: Solver, children: int, at_most: int) -> None:
    needs, land = needs_of(classes=12, addable=3, children=children)
    primary = {"primary": needs["primary"]}
    master = Master(primary, land, prices(COSTS), Limits(least_classes=6))
    found = settle(solver, master, master.money(), 10, at_most)
    assert found.values is not None
    codes = needs["primary"].places.code
    tried = [
        dict(zip([("primary", code) for code in codes], counts, strict=True))
        for counts in product(range(4), range(4), [0, *range(6, 37)])
    ]
    price = prices(COSTS)
    money = [
        price.cost(
            land.openings({code for code in codes if one["primary", code]}),
            one["primary", codes[2]],
            sum(list(one.values())[:2]),
        )
        for one in tried
        if left_over(needs["primary"], one, "primary") <= at_most
    ]
    best = min(cost for cost in money if cost is not None)
    assert master.money() @ found.values * SCALE == pytest.approx(best)
    assert found.bound * SCALE == pytest.approx(best)


def test_the_master_hears_of_every_crowd_once() -> None:
    needs, land = needs_of(classes=12, addable=3, children=100)
    master = Master(needs, land, prices(COSTS), Limits())
    known = len(master.rows)
    values = np.zeros(master.upper.size)
    assert heard(master, values)
    assert len(master.rows) > known
    values[list(master.left.values())] = master.upper[list(master.left.values())]
    assert not heard(master, values)


class Late(Solver):
    def ready(self) -> bool:
        return False

    def solve(self, program: Program, seconds: float, gap: float = 0.0) -> Solved:  # noqa: ARG002 - it does not even look
        return NOTHING


def test_time_that_ran_out_is_an_answer() -> None:
    needs, land = needs_of(classes=12, addable=3, children=100)
    master = Master(needs, land, prices(COSTS), Limits())
    assert settle(Late(), master, master.money(), 1).values is None
    assert settle(Late(), master, master.money(), 0.0).bound == 0.0
