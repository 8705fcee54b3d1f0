"""The master program: its columns, its limits, and how it learns of crowds."""

from dataclasses import replace

import numpy as np

from junheng.seats.plan.costs import prices
from junheng.seats.plan.crowds import Crowd
from junheng.seats.plan.master import SCALE, Master
from junheng.seats.plan.options import Limits
from tests.seats.plan.tiny import COSTS, needs_of


def master_of(limits: Limits | None = None, *, opened: bool = False) -> Master:
    needs, land = needs_of(classes=12, addable=4, children=100)
    land = replace(land, opened=np.array([opened]))
    return Master(needs, land, prices(COSTS), limits or Limits(least_classes=12))


def allowed(master: Master, values: np.ndarray) -> bool:
    program = master.program(master.money())
    sums = np.bincount(program.row, program.value * values[program.column], program.lowest.size)
    return bool((sums >= program.lowest - 1e-9).all() and (sums <= program.highest + 1e-9).all())


def solution(master: Master, *, classes: int, opened: int) -> np.ndarray:
    values = np.zeros(master.upper.size)
    values[master.classes["primary"].stop - 1] = classes
    values[master.opened] = opened
    return values


def test_classes_of_a_site_need_a_school_of_its_least_size() -> None:
    master = master_of()
    assert allowed(master, solution(master, classes=12, opened=1))
    assert not allowed(master, solution(master, classes=12, opened=0))
    assert not allowed(master, solution(master, classes=11, opened=1))
    assert not allowed(master, solution(master, classes=37, opened=1))


def test_a_school_that_stands_already_may_grow_by_one_class_and_costs_no_new_school() -> None:
    master = master_of(opened=True)
    values = solution(master, classes=1, opened=1)
    assert allowed(master, values)
    assert master.money() @ values * SCALE == COSTS["new_class_yuan"]


def test_money_is_a_row_where_it_is_limited() -> None:
    cost = COSTS["new_school_yuan"] + 12 * COSTS["new_class_yuan"]
    for budget, fits in ((cost, True), (cost - SCALE, False)):
        master = master_of(Limits(budget=budget, least_classes=12))
        assert allowed(master, solution(master, classes=12, opened=1)) is fits


def test_a_crowd_asks_for_classes_or_leaves_children_over() -> None:
    master = master_of()
    need = master.needs["primary"]
    master.learn("primary", Crowd(int(need.places.seats[0]) + 60, np.array([0])))
    none = np.zeros(master.upper.size)
    assert not allowed(master, none)
    left, grown = none.copy(), none.copy()
    left[master.left["primary"]] = 60
    grown[master.classes["primary"].start] = 2
    assert allowed(master, left)
    assert allowed(master, grown)
    assert master.built(grown) == {("primary", need.places.code[0]): 2}
    assert master.seats("primary", grown)[0] == need.places.seats[0] + 90


def test_fractions_are_asked_for_by_name() -> None:
    master = master_of()
    assert master.program(master.people(), whole=False).whole.sum() == 0
    assert master.program(master.people()).whole.sum() == master.whole.sum()
    assert master.program(master.people(), 5.0).highest[-1] == 5.0
