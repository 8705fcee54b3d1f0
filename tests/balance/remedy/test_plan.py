"""A plan as people and programs read it."""

import numpy as np
import pytest

from junheng.balance.remedy import Action, Changes, Plan
from junheng.balance.remedy.plan import actions_of
from tests.balance.remedy.tiny import tiny


def test_actions_are_in_the_order_of_schools_and_a_move_is_paid_once() -> None:
    problem = tiny(1, 3, move=True)
    added = np.zeros((3, 3))
    added[2, 1], added[0, 2] = 2, 1
    actions = actions_of(problem, Changes(added, np.array([[0, 2, 0]]), np.array([3.0])))
    assert actions == (
        Action("s0", "L0", "move_in", 3.0, 3.0, "s2"),
        Action("s0", "L2", "add", 1.0, 3.0),
        Action("s2", "L0", "move_out", 3.0, 0.0, "s0"),
        Action("s2", "L1", "add", 2.0, 4.0),
    )
    assert actions[0].to_dict() == {
        "school_code": "s0",
        "indicator": "L0",
        "action": "move_in",
        "amount": 3,
        "cost": 3.0,
        "other_school": "s2",
    }


def test_the_gap_is_a_share_of_the_cost() -> None:
    assert Plan(("1", "primary"), "gap", 200.0, 150.0).gap == pytest.approx(0.25)
    assert Plan(("1", "primary"), "optimal", 0.0, 0.0).gap == 0.0
    assert Plan(("1", "primary"), "infeasible", None, None).gap is None


def test_the_contract() -> None:
    document = Plan(("1", "primary", 2024), "optimal", 2.0, 2.0, passes=True).to_dict({"passes": True})
    assert document["year"] == 2024
    assert document["after"] == {"passes": True}
    names = "county_code section year status cost bound gap actions reason conflict passes after"
    assert list(document) == names.split()
