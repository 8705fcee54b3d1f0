"""Boarding: the cap lifted as far as there are places, sites opened with dormitories, one in every township."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.places import Ways
from junheng.seats.siting import (
    Names,
    SitingPlan,
    SitingTown,
    Unsited,
    Wish,
    expanded,
    faults,
    on_the_ground,
    site,
    siting_problem,
)
from tests.seats.assignment.towns import best_of_all

CAP = 1000.0


def valley(places: int = 20) -> SitingTown:
    """A village beside a school; another far up, from which six children may board; a site with a dormitory."""
    metres = np.array([[200.0, 300.0], [9000.0, 8000.0]])
    ways = Ways(np.repeat([0, 1], 2), np.tile([0, 1], 2), metres.reshape(-1))
    return SitingTown(
        np.array([30, 6]), np.array([40, 30]), 1, np.array([0.0, 5.0]), ways, np.array([0, 6]), np.array([0, places])
    )


def sited(town: SitingTown, wish: Wish) -> SitingPlan:
    problem = siting_problem(town, wish)
    answer = site(problem, steps=6_000)
    assert isinstance(answer, SitingPlan)
    assert faults(problem, answer) == []
    return answer


def test_children_beyond_the_cap_board_where_there_are_places() -> None:
    town = valley()
    answer = sited(town, Wish(at_most=1, cap=CAP))
    ground = on_the_ground(town, answer, 500.0)
    assert ground.unserved == 0
    assert [(one.area, one.place, one.children, one.metres) for one in ground.boards] == [(1, 1, 6, 8000.0)]
    assert (ground.farthest_metres, ground.within) == (200.0, 1.0)
    assert answer.objective == pytest.approx(30 * 200 + 6 * 8000)
    assert answer.seats.tolist() == [40, 30, 20]


def test_a_dormitory_opens_with_its_site_only_and_takes_no_more_than_its_places() -> None:
    town = valley()
    shut = on_the_ground(town, sited(town, Wish(at_most=0, cap=CAP)), 500.0)
    assert (shut.unserved, shut.boards) == (6, ())
    few = on_the_ground(valley(5), sited(valley(5), Wish(at_most=1, cap=CAP)), 500.0)
    assert (few.unserved, few.boards) == (6, ())


def test_day_pupils_of_the_same_area_do_not_board() -> None:
    town = replace(valley(), boarders=np.array([0, 4]))
    ground = on_the_ground(town, sited(town, Wish(at_most=1, cap=CAP)), 500.0)
    assert ground.unserved == 2
    assert [one.children for one in ground.boards] == [4]
    assert np.isnan(ground.metres[1])


def test_a_place_may_have_boarding_places_alone() -> None:
    town = replace(valley(), seats=np.array([40, 0]))
    ground = on_the_ground(town, sited(town, Wish(at_most=1, cap=CAP)), 500.0)
    assert ground.unserved == 0
    assert ground.pupils.tolist() == [30, 6]


def test_an_annexe_apart_from_its_site_is_found_by_the_checker() -> None:
    town = valley()
    problem = siting_problem(town, Wish(at_most=1, cap=CAP))
    answer = sited(town, Wish(at_most=1, cap=CAP))
    assert problem.annexe is not None
    assert problem.part_of.tolist() == [0, 1, 1]
    apart = answer.chosen.copy()
    apart[2] -= 1
    assert faults(problem, replace(answer, chosen=apart)) == ["an annexe that is not at the option of its site"]


def small(seed: int, boarding: int) -> SitingTown:
    """Three areas, a school and two sites that may board."""
    dice = np.random.default_rng(seed)
    metres = 100.0 * dice.integers(1, 30, 9).astype(np.float64)
    ways = Ways(np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3), metres)
    children = dice.integers(4, 12, 3)
    seats, money = np.array([12, 10, 10]), np.array([0.0, 2.0, 3.0])
    return SitingTown(children, seats, 1, money, ways, children // 2, np.array([0, boarding, boarding]))


def best(town: SitingTown, wish: Wish) -> float:
    """The least cost of all choices of sites and all assignments, tried one by one."""
    assert town.boarding is not None
    assert town.boarders is not None
    metres = town.ways.metres.reshape(3, 3)
    far = np.full((3, 2), np.inf)
    day = np.where(metres <= wish.cap, metres, np.inf)
    rows = np.block([[day, far], [day, metres[:, 1:]]])
    rows = np.where(np.isfinite(rows), rows, 1e9)
    children = np.concatenate((town.children - town.boarders, town.boarders))
    found = np.inf
    for opened in product((False, True), repeat=2):
        if sum(opened) > (wish.at_most or 0):
            continue
        seats = np.concatenate((town.seats * [True, *opened], town.boarding[1:] * np.array(opened)))
        found = min(found, best_of_all(rows, children, seats, 12_000.0))
    return found


@pytest.mark.parametrize("seed", range(2))
def test_a_tiny_town_gets_the_best_of_all(seed: int) -> None:
    town, wish = small(seed, 10), Wish(at_most=1, cap=CAP)
    answer = sited(town, wish)
    assert answer.objective == pytest.approx(best(town, wish))
    assert answer.bound <= answer.objective * (1 + 1e-9)


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000))
def test_more_boarding_places_never_cost_more(seed: int) -> None:
    wish = Wish(at_most=1, cap=CAP)
    costs = [sited(small(seed, places), wish).objective for places in (0, 6, 40)]
    assert costs == sorted(costs, reverse=True)


def test_every_township_has_a_boarding_school_or_the_clash_is_told() -> None:
    town = replace(valley(), township=np.array([0, 0]))
    answer = sited(town, Wish(at_most=1))
    assert answer.seats.tolist() == [40, 30, 20]
    names = expanded(town).named(Names(("东村", "西村"), ("一小", "新址"), ("甲乡",)))
    clash = site(siting_problem(town, Wish(at_most=0)), steps=1_000, names=names)
    assert isinstance(clash, Unsited)
    assert clash.words.zh == "这些要求不能同时满足：甲乡（新址）至少开一处；最多新开 0 处"


def test_rows_of_boarders_and_dormitories_have_names() -> None:
    names = expanded(valley()).named(Names(("东村", "西村"), ("一小", "新址")))
    assert (names.area(2), names.site(2)) == ("西村（寄宿 boarders）", "新址（寄宿 boarding）")


def test_without_boarding_a_town_is_as_it_was() -> None:
    town = replace(valley(), boarding=None, boarders=None)
    grown = expanded(town)
    assert grown.annexe is None
    assert not grown.boards.any()
    assert grown.children.tolist() == town.children.tolist()
