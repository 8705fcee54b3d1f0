"""What may be built, and who is left without a seat."""

from junheng.seats.plan.options import everything, left_over, most
from tests.seats.plan.tiny import needs_of


def test_children_beyond_the_seats_are_left_over() -> None:
    needs, _ = needs_of(classes=12, addable=0, children=100)
    assert left_over(needs["primary"], {}, "primary") == 1200 - 2 * 12 * 45
    assert left_over(needs["primary"], {("primary", "Ap0"): 1}, "primary") == 1200 - 25 * 45
    assert left_over(needs["junior"], {}, "junior") == 0


def test_shared_land_counts_for_each_in_the_bound_and_once_in_the_plan() -> None:
    needs, land = needs_of(classes=12, addable=2, children=100)
    bound, plan = most(needs, land), everything(needs, land)
    assert bound["primary", "A-L1"] == bound["junior", "A-L1"] == 36
    assert plan["primary", "A-L1"] + plan.get(("junior", "A-L1"), 0) <= 36
    assert plan["primary", "A-L1"] > plan.get(("junior", "A-L1"), 0)
    assert plan["primary", "Ap0"] == 2
