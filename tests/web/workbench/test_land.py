"""The county as the engine gets it: who borders whom, how far, how many."""

import numpy as np
import pytest

from junheng.web.accounts.reach import SYSTEM
from junheng.web.workbench.actions.freeze_base import freeze_base
from junheng.web.workbench.land import Land, NoLand, land_of
from junheng.web.workbench.models import PlanningBase
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS
from tests.web.workbench.ground import AREAS, COLUMNS, HOMES, YEAR, ZONES, tables


def test_squares_border_left_right_above_and_below_but_not_across_a_corner(land: Land) -> None:
    borders = land.board.borders
    for at in range(len(AREAS)):
        beside = borders.neighbour[borders.start[at] : borders.start[at + 1]].tolist()
        x, y = at % COLUMNS, at // COLUMNS
        assert beside == [o for o in range(len(AREAS)) if abs(o % COLUMNS - x) + abs(o // COLUMNS - y) == 1]


def test_pupils_by_grade_schools_and_today(land: Land) -> None:
    board = land.board
    assert board.areas == AREAS
    assert board.schools == SCHOOLS
    assert (board.pupils == 2).all()
    assert board.pupils.shape == (12, 6)
    assert tuple(board.schools[at] for at in board.today) == ZONES
    assert tuple(board.home.tolist()) == HOMES
    assert board.class_norm == 45
    assert land.share == 1
    assert not land.by_road


def test_ways_are_straight_without_streets_and_along_them_where_there_are_some(base: PlanningBase, land: Land) -> None:
    paved = freeze_base(SYSTEM, tables(streets=True), year=YEAR, name="有路")
    held = land_of(paved, COUNTY, "primary")
    pairs = np.array([0, 11]), np.array([0, 0])
    straight, along = land.board.distances.between(*pairs), held.board.distances.between(*pairs)
    assert held.by_road
    assert along.tolist() == pytest.approx([1000.0, 4000.0])
    assert straight[0] == pytest.approx(556, abs=2)
    assert (straight < along).all()


@pytest.mark.parametrize(("county", "section"), [(OTHER_COUNTY, "primary"), (COUNTY, "senior"), ("", "")])
def test_there_is_no_land_where_the_base_says_nothing(base: PlanningBase, county: str, section: str) -> None:
    with pytest.raises(NoLand):
        land_of(base, county, section)
