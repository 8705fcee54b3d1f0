"""What nobody needs is taken off; nobody loses a seat by it."""

from junheng.seats.plan.costs import prices
from junheng.seats.plan.options import Built, Limits, everything, left_over
from junheng.seats.plan.trim import trimmed
from tests.seats.plan.tiny import COSTS, needs_of


def test_dear_schools_go_before_cheap_classes() -> None:
    needs, land = needs_of(classes=12, addable=6, children=100)
    whole = everything(needs, land)
    new = {key: count for key, count in whole.items() if key[1] in land.code}
    added = {key: count for key, count in whole.items() if key[1] not in land.code}
    built = Built(added, new, 0, 0.0, None, float("inf"), found=True, money_bound=1.0, allowed=0)
    found = trimmed(built, needs, land, prices(COSTS), Limits(least_classes=12))
    assert found.new == {}
    assert found.unserved == 0
    left = sum(left_over(need, {**found.added, **found.new}, section) for section, need in needs.items())
    assert left == 0
    assert found.cost == sum(found.added.values()) * COSTS["added_class_yuan"]
    assert sum(found.added.values()) < sum(added.values())


def test_a_new_school_is_kept_whole_or_not_at_all() -> None:
    needs, land = needs_of(classes=12, addable=0, children=100)
    built = Built({}, {("primary", "A-L1"): 30}, 0, 0.0, None, 0.0, found=True, money_bound=1.0, allowed=0)
    found = trimmed(built, needs, land, prices(COSTS), Limits(least_classes=12))
    assert 12 <= found.new["primary", "A-L1"] < 30
