"""A stored plan in the engine's hands is the plan, and what is remembered is never taken for another."""

import pytest

from junheng.seats.zoning.editing import begin, move, whole_numbers
from junheng.web.workbench.editing import as_array, as_zones, keep_open, opened
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan
from tests.web.workbench.ground import AREAS, A, B


def test_zones_go_there_and_back(plan: ZonePlan, land: Land) -> None:
    assert as_zones(land, as_array(land, plan.zones)) == plan.zones
    with pytest.raises(KeyError):
        as_array(land, {**plan.zones, AREAS[0]: "nobody"})


def test_locked_areas_are_locked_and_others_are_not(plan: ZonePlan, land: Land) -> None:
    plan.locked = [AREAS[3]]
    assert opened(plan).locked == {3}
    plan.locked = []
    assert opened(plan).locked == frozenset()


def test_remembered_numbers_serve_only_the_very_same_zones(plan: ZonePlan, land: Land) -> None:
    keep_open(plan, move(opened(plan), [1], land.school_number[B]))
    stale = opened(plan)
    assert whole_numbers(land.board, stale.standing) == whole_numbers(land.board, begin(land.board).standing)
    plan.zones = {**plan.zones, AREAS[1]: B}
    kept = opened(plan)
    assert kept.plan[1] == land.school_number[B]
    assert (kept.standing.sums == begin(land.board, kept.plan).standing.sums).all()
    assert plan.zones[AREAS[0]] == A
