"""The curve of a table with several ways."""

from dataclasses import replace

import pytest

from junheng.balance.remedy import Cap, Way, curve_by_ways, pupils_of, set_out
from junheng.programs import Solver
from tests.balance.remedy.county import COSTS, judged, rows

TRAIN = Way("train", "L1", {"L1": 1.0}, 6_000.0, Cap(per_school=2))


def test_it_rises_from_those_that_pass_today_to_all_with_the_actions_of_the_budget() -> None:
    evaluation = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    shares = {("a3", section, "L4"): part for section, part in (("primary", 0.6), ("junior", 0.4))}
    table = set_out(evaluation, replace(COSTS, ways=(TRAIN,)), None, shares)
    told: list[tuple[int, int]] = []
    with Solver() as solver:
        found = curve_by_ways(
            table, pupils_of(evaluation), 800_000.0, solver, steps=4, progress=lambda *one: told.append(one)
        )
    assert found is not None
    assert found.schools == 6
    assert (found.points[0].budget, found.points[0].cost) == (0.0, 0.0)
    assert found.points[-1].schools == 6
    assert all(one.cost <= one.budget + 0.01 for one in found.points)
    assert [one.pupils for one in found.points] == sorted(one.pupils for one in found.points)
    assert told[-1] == (len(found.points), len(found.points))
    assert found.chosen is not None
    actions = [one for held in found.actions.values() for one in held]
    assert sum(one["cost"] for one in actions) == pytest.approx(found.chosen.cost)
    assert "train" in {one["action"] for one in actions}
    assert set(found.actions) == {one.key for one in table.todo}
