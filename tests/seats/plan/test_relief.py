"""Zones mended area by area: whole, around their schools, less crowded than before."""

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY
from junheng.seats.plan.crowding import Crowding
from junheng.seats.plan.relief import Relief
from junheng.seats.plan.zoned import main_piece
from tests.seats.plan.tiny import ground_of

CHILDREN = np.full(12, 60)


def relief(seats: list[int]) -> Relief:
    ground = ground_of()
    return Relief(
        ground.touching,
        ground.home,
        ground.arcs,
        ground.arcs.metres,
        children=CHILDREN,
        seats=np.array(seats),
        crowding=Crowding(large=1.25),
    )


def test_areas_without_a_zone_join_and_full_schools_give_to_their_neighbours() -> None:
    start = np.full(12, NOBODY)
    start[[1, 10]] = [0, 1]
    held = relief([360, 360, 0])
    found = held.mended(start, 5.0)
    assert np.bincount(found, CHILDREN, 3).tolist() == [360, 360, 0]


@pytest.mark.parametrize("seed", range(5))
def test_zones_stay_whole_keep_their_school_and_cost_no_more(seed: int) -> None:
    ground, held = ground_of(), relief([200, 600, 0])
    found = held.mended(ground.today, 5.0, seed)
    assert held.cost(found) <= held.cost(ground.today)
    assert found[1] == 0
    assert found[10] == 1
    for place in (0, 1):
        zone = set(np.flatnonzero(found == place).tolist())
        assert len(main_piece(ground.touching, zone, int(ground.home[place]))) == len(zone)


def test_nobody_goes_where_there_are_no_seats() -> None:
    assert (relief([360, 0, 0]).mended(np.full(12, NOBODY), 1.0) == NOBODY).all()
    start = np.full(12, NOBODY)
    start[1] = 0
    assert (relief([360, 0, 0]).mended(start, 1.0) == 0).all()


def test_no_time_is_an_answer_too() -> None:
    ground = ground_of()
    assert relief([360, 360, 0]).mended(ground.today, 0.0).tolist() == ground.today.tolist()
