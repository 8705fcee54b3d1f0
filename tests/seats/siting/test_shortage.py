"""Proofs that somebody is left without a seat: never where all could sit, and found where they are plain."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment.flow import short_areas
from junheng.seats.assignment.ready import allowed
from junheng.seats.siting import Options, SitingProblem, open_or_not
from junheng.seats.siting.shortage import reached, shortage
from tests.seats.assignment.towns import dense


def small(seed: int) -> SitingProblem:
    """Four areas, one school and three candidates, a cap, a number and a budget."""
    dice = np.random.default_rng(seed)
    metres = 100.0 * dice.integers(1, 10, (4, 4)).astype(np.float64)
    places = dense(metres, dice.integers(5, 30, 4), np.zeros(4), cap_metres=float(dice.integers(3, 10) * 100))
    seats = dice.integers(10, 60, 4).astype(np.int64)
    existing = np.array([True, False, False, False])
    options = open_or_not(seats, existing, dice.integers(1, 9, 4).astype(float))
    return SitingProblem(places, options, ~existing, int(dice.integers(0, 4)), float(dice.integers(2, 20)))


def everybody_can_sit(problem: SitingProblem) -> bool:
    """Whether some choice within the limits seats all pupils, areas split if need be."""
    options = problem.options
    ranges = (range(options.first[at], options.first[at + 1]) for at in range(problem.new.size))
    for choice in product(*ranges):
        seats, money = options.seats[list(choice)], options.money[list(choice)].sum()
        opened = int(((seats > 0) & problem.new).sum())
        if opened > (problem.at_most or 0) or money > problem.budget:
            continue
        ways = problem.places.arcs.kept(allowed(problem.places))
        if short_areas(problem.places.pupils, ways, seats).size == 0:
            return True
    return False


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 100_000))
def test_a_proof_is_never_found_where_everybody_fits_whole(seed: int) -> None:
    problem = small(seed)
    found = shortage(problem)
    if found is None:
        return
    if found.kind == "size":
        (area,) = found.areas
        room = problem.most_seats[reached(replace(problem.places, seats=problem.most_seats), np.array([area]))]
        assert problem.places.pupils[area] > room.max() == found.seats
    else:
        assert not everybody_can_sit(problem)
    assert found.pupils == problem.places.pupils[list(found.areas)].sum()


def street(pupils: list[int], seats: list[int], **limits: object) -> SitingProblem:
    """Areas and candidates in a row a kilometre apart, one school at the first place."""
    at = np.arange(len(pupils)) * 1000.0
    places = dense(np.abs(at[:, None] - at[None, : len(seats)]), np.array(pupils), np.zeros(len(seats)))
    existing = np.arange(len(seats)) == 0
    options = open_or_not(np.array(seats, np.int64), existing, np.full(len(seats), 10.0))
    return SitingProblem(places, options, ~existing, **limits)  # type: ignore[arg-type]


def capped(problem: SitingProblem, metres: float) -> SitingProblem:
    return replace(problem, places=replace(problem.places, cap_metres=metres))


def test_seats_that_run_out_within_the_cap() -> None:
    found = shortage(capped(street([30, 30, 30], [40, 15]), 1000))
    assert found is not None
    assert (found.kind, found.pupils, found.seats) == ("size", 30, 15)
    found = shortage(capped(street([30, 30, 10], [40, 15]), 1000))
    assert found is not None
    assert (found.kind, found.areas, found.pupils, found.seats) == ("seats", (0, 1, 2), 70, 55)


def test_parts_that_share_no_site_need_one_each() -> None:
    problem = capped(street([10, 10, 10, 10], [10, 40, 40, 40], at_most=2), 500)
    found = shortage(problem)
    assert found is not None
    assert (found.kind, found.areas, found.needed) == ("number", (1, 2, 3), 3)
    assert shortage(replace(problem, at_most=3)) is None


def test_money_that_does_not_reach() -> None:
    problem = street([30, 30, 30], [30, 30, 30], budget=15.0)
    found = shortage(problem)
    assert found is not None
    assert (found.kind, found.needed) == ("money", 20.0)
    assert shortage(replace(problem, budget=20.0)) is None


def test_an_extension_counts_as_seats_where_money_allows() -> None:
    problem = street([30, 30], [30], budget=0.0)
    wider = Options(np.array([0, 2]), np.array([30, 60]), np.array([0.0, 6.0]))
    found = shortage(replace(problem, options=wider))
    assert found is not None
    assert (found.kind, found.needed) == ("money", 6.0)
    assert shortage(replace(problem, options=wider, budget=6.0)) is None
