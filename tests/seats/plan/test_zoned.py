"""Zones in one piece, close to today's, for exactly the children who are there."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY, Graph
from junheng.seats.plan import Choices, zoned
from junheng.seats.plan.sites import places
from junheng.seats.plan.ways import ways
from junheng.seats.plan.zoned import (
    Drawn,
    Ground,
    TornZonesError,
    begun,
    filled,
    main_piece,
    metres_of,
    pieces_left,
    zone_plan,
)
from tests.seats.plan.tiny import ground_of, tiny

CHILDREN = np.full(12, 60)


def connected(graph: Graph, zone: set[int]) -> bool:
    return not zone or len(main_piece(graph, zone, min(zone))) == len(zone)


def test_today_stays_when_it_fits() -> None:
    ground = ground_of()
    plan = zone_plan(ground, CHILDREN, np.array([540, 540, 0]), keep_metres=9000.0, large=1.25, seconds=0.3)
    assert plan.assignment.tolist() == ground.today.tolist()
    assert plan.forced == 0
    assert plan.objective is not None
    assert plan.bound is not None
    assert plan.bound <= plan.objective
    assert plan.gap is not None


def test_a_new_school_gets_a_zone_around_itself() -> None:
    ground = replace(ground_of(), home=np.array([1, 10, 5]))
    plan = zone_plan(ground, CHILDREN, np.array([270, 270, 540]), keep_metres=0.0, large=1.25, seconds=0.5)
    assert plan.assignment[5] == 2
    for place in range(3):
        assert connected(ground.touching, set(np.flatnonzero(plan.assignment == place).tolist()))
    load = np.bincount(plan.assignment, CHILDREN, 3)
    assert load.max() <= 540


def test_too_few_seats_fill_schools_alike_and_nobody_is_left() -> None:
    plan = zone_plan(ground_of(), CHILDREN, np.array([300, 300, 0]), keep_metres=500.0, large=1.25, seconds=0.3)
    load = np.bincount(plan.assignment, CHILDREN, 3)
    assert load.tolist() == [360, 360, 0]
    assert plan.forced == 0
    assert plan.bound is not None
    assert np.isfinite(plan.metres).all()


def test_what_was_drawn_says_who_sits_above_the_norm() -> None:
    ground, seats = ground_of(), np.array([300, 300, 0])
    plan = zone_plan(ground, CHILDREN, seats, keep_metres=500.0, large=1.25, seconds=0.3)
    base = tiny()
    held = places(base, ways(base), "A", "primary", Choices().norms())
    drawn = Drawn(np.arange(12), held, seats, np.array([6, 8, 0]), ground, CHILDREN, plan)
    assert drawn.above == 120
    assert drawn.fullest == 60


def test_whole_areas_that_do_not_fit_find_the_nearest_school_all_the_same() -> None:
    plan = zone_plan(ground_of(), np.full(12, 90), np.array([540, 540, 0]), keep_metres=0.0, large=1.25, seconds=0.3)
    assert plan.forced == 0
    uneven = zone_plan(ground_of(), np.full(12, 70), np.array([425, 425, 0]), keep_metres=0.0, large=1.25, seconds=0.3)
    assert uneven.forced == 0
    assert (uneven.assignment != NOBODY).all()


def test_a_zone_torn_today_begins_in_one_piece() -> None:
    ground = ground_of()
    torn = ground.today.copy()
    torn[11], torn[0] = 0, 1
    start = begun(replace(ground, today=torn), np.array([540, 540, 0]))
    for place in (0, 1):
        assert connected(ground.touching, set(np.flatnonzero(start == place).tolist()))


def test_of_a_torn_zone_the_piece_with_the_school_stays() -> None:
    ground = ground_of()
    torn = ground.today.copy()
    torn[11] = 0
    left = pieces_left(ground, torn)
    assert left[11] == NOBODY
    assert (left[:11] == torn[:11]).all()


def test_filling_reaches_everyone() -> None:
    ground = ground_of()
    empty = np.full(12, NOBODY)
    empty[3] = 1
    assert (filled(ground, empty, anywhere=True) == 1).all()


def test_the_way_to_nobody_is_infinite() -> None:
    ground = ground_of()
    assert np.isinf(metres_of(ground.arcs, np.full(12, NOBODY))).all()


def test_a_wrong_answer_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zoned, "faults", lambda *_args, **_more: ["torn"])
    with pytest.raises(TornZonesError, match="torn"):
        zone_plan(ground_of(), CHILDREN, np.array([540, 540, 0]), keep_metres=0.0, large=1.25, seconds=0.2)


def test_ground_is_plain_data() -> None:
    assert isinstance(ground_of(), Ground)
