"""Where zones in one piece break: islands, areas behind a lock or the cap, given zones in pieces."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import Problem, why_unjoined, zones_in_pieces
from junheng.seats.assignment.check import faults
from junheng.seats.assignment.model import Plan
from tests.seats.assignment.test_input_faults import both, sound
from tests.seats.assignment.towns import dense

NAMES = {"area_names": ("东", "中", "西", "岛"), "school_names": ("一小", "二小")}


def test_a_sound_street_has_no_break() -> None:
    assert why_unjoined(sound(), **NAMES) is None


def test_an_island_names_itself_and_the_school_across_the_gap() -> None:
    problem = replace(sound(), home=np.array([0, 2]), touching=both((0, 1), (1, 2)))
    found = why_unjoined(problem, **NAMES)
    assert found is not None
    assert [(one.kind, one.areas, one.between) for one in found.breaks] == [("island", (3,), ())]
    assert found.words.zh == "片区 岛 与 二小 所在的片区不相连（岛），那里没有可去的学校"
    assert found.words.en == "no border joins 岛 with 二小, and no school they may go to is there"


def test_a_lock_in_the_way_is_the_place_of_the_break() -> None:
    problem = replace(sound(), locked=np.array([-1, 1, 0, -1]))
    found = why_unjoined(problem, **NAMES)
    assert found is not None
    assert [(one.kind, one.areas, one.school, one.between) for one in found.breaks] == [
        ("cut_off", (1,), 1, (2,)),
        ("cut_off", (2,), 0, (1,)),
    ]
    assert found.words.zh == (
        "片区 中 到不了 二小：中间隔着 西（固定到 一小）；片区 西 到不了 一小：中间隔着 中（固定到 二小）"
    )


def test_the_cap_in_the_way_says_how_far_it_is() -> None:
    metres = np.array([[100.0, 900], [700, 300], [400, 900], [900, 100]])
    street = replace(dense(metres, np.array([30, 20, 20, 30]), np.array([60, 60])), cap_metres=500.0)
    found = why_unjoined(replace(street, touching=both((0, 1), (1, 2), (1, 3)), home=np.array([0, 3])), **NAMES)
    assert found is not None
    assert found.words.zh == "片区 西 到不了 一小：中间隔着 中（到该校 700 米，超过上限）"
    assert found.words.en == "西 cannot be joined to 一小: between lie 中 (700 m to that school, above the cap)"


def test_pairs_that_are_forbidden_or_not_measured_are_said_so() -> None:
    forbidden = np.zeros(8, bool)
    forbidden[[2, 5]] = True
    problem = replace(sound(), forbidden=forbidden)
    found = why_unjoined(problem, **NAMES)
    assert found is not None
    assert "中（不得去该校）" in found.words.zh
    arcs = sound().arcs
    cut = replace(sound(), arcs=arcs.kept(~forbidden))
    found = why_unjoined(cut, **NAMES)
    assert found is not None
    assert "中（没有到该校的路程）" in found.words.zh


def test_seats_run_out_where_an_area_can_be_joined_to_one_school_only() -> None:
    problem = replace(sound(), seats=np.array([100, 40]), touching=both((0, 1), (2, 3)))
    found = why_unjoined(problem, **NAMES)
    assert found is not None
    assert found.breaks == ()
    assert found.words.zh.startswith("学区须连成一片时，2 个片区共 50 名学生只能进 40 个学位")
    assert why_unjoined(replace(problem, touching=both((0, 1), (1, 2), (2, 3))), **NAMES) is None


def test_a_zone_in_pieces_names_what_lies_between() -> None:
    (found,) = zones_in_pieces(sound(), np.array([0, 1, 0, 1]), **NAMES)[:1]
    assert (found.kind, found.areas, found.between) == ("pieces", (2,), (1,))
    assert found.words.zh == "一小 的学区不连片：西 被 中（二小） 隔开"
    assert found.words.en == "the zone of 一小 is in pieces: 西 cut off by 中 (二小)"
    assert zones_in_pieces(sound(), np.array([0, 0, 1, 1]), **NAMES) == ()


def test_a_piece_that_nothing_joins_is_an_island_of_its_zone() -> None:
    problem = replace(sound(), touching=both((0, 1), (1, 2)))
    (found,) = zones_in_pieces(problem, np.array([0, 0, 0, 0]))
    assert (found.kind, found.areas) == ("island", (3,))
    assert found.words.zh == "#0 的学区不连片：#3 与其余部分之间没有相邻的片区（岛）"


def test_without_a_map_nothing_can_be_said() -> None:
    with pytest.raises(ValueError, match="touch"):
        why_unjoined(replace(sound(), touching=None))


def tiny(seed: int) -> Problem:
    """Five areas, two schools, borders, locks and a cap at random."""
    dice = np.random.default_rng(seed)
    pairs = [(one, other) for one in range(5) for other in range(one + 1, 5) if dice.random() < 0.4]
    problem = dense(
        100.0 * dice.integers(1, 10, (5, 2)).astype(np.float64), dice.integers(1, 20, 5), dice.integers(20, 60, 2)
    )
    locked = np.where(dice.random(5) < 0.3, dice.integers(0, 2, 5), -1)
    home = dice.choice(5, 2, replace=False)
    return replace(problem, touching=both(*pairs, count=5), home=home, locked=locked, cap_metres=800.0)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 100_000))
def test_a_reason_is_never_given_where_a_plan_seats_everybody_in_one_piece(seed: int) -> None:
    problem = tiny(seed)
    if why_unjoined(problem) is None:
        return
    for choice in product(range(2), repeat=5):
        assignment = np.array(choice)
        cost = float(sum(problem.pupils[at] * problem.metres[2 * at + to] for at, to in enumerate(choice)))
        plan = Plan(assignment, cost, 0.0, 0, 0.0)
        assert faults(problem, plan, contiguous=True) != []


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 100_000), st.lists(st.integers(-1, 1), min_size=5, max_size=5))
def test_zones_are_in_pieces_exactly_where_the_checker_says_so(seed: int, choice: list[int]) -> None:
    problem = replace(tiny(seed), home=None)
    assignment = np.array(choice)
    said = {f"the zone of school {one.school} is in pieces" for one in zones_in_pieces(problem, assignment)}
    plan = Plan(assignment, 0.0, 0.0, 0, 0.0)
    assert said == {one for one in faults(problem, plan, contiguous=True) if "pieces" in one}
