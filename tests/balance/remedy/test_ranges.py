"""The ends of what a plan costs."""

from dataclasses import replace

from junheng.balance.remedy import Cap, Costs, Way
from junheng.balance.remedy.plan import Action, Plan
from junheng.balance.remedy.ranges import with_ends

COSTS = Costs(
    {"L4": 100.0, "L5": 10.0},
    {"L1": 8.0},
    ways=(Way("hire", "art", {"L1": 1.0, "L3": 1.0}, 50.0, Cap()),),
    ranges={("add", "L4"): (80.0, 150.0), ("hire", "art"): (40.0, 50.0), ("move", "L1"): (8.0, 16.0)},
)
ACTIONS = (
    Action("a", "L4", "add", 2.0, 200.0),
    Action("a", "L5", "add", 1.0, 10.0),
    Action("a", "L1", "hire", 2.0, 100.0, kind="art"),
    Action("a", "L3", "hire", 2.0, 0.0, kind="art"),
    Action("a", "L1", "move_in", 1.0, 8.0, "b"),
    Action("b", "L1", "move_out", 1.0, 0.0, "a"),
)
PLAN = Plan(("x", "primary"), "optimal", 318.0, 318.0, ACTIONS)


def test_every_action_moves_with_its_own_range() -> None:
    assert with_ends(PLAN, COSTS).ends == (160 + 10 + 80 + 8, 300 + 10 + 100 + 16)


def test_no_range_and_no_plan_have_no_ends() -> None:
    assert with_ends(PLAN, replace(COSTS, ranges={})).ends is None
    assert with_ends(replace(PLAN, cost=None, actions=()), COSTS).ends is None
