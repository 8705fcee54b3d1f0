"""Prices told are used, prices not told are asked for."""

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.plan import Choices
from junheng.seats.plan.costs import asked, noted, prices
from junheng.seats.plan.records import BUILDING
from tests.seats.plan.tiny import COSTS, tiny

NOTHING = pl.DataFrame(schema=BUILDING)


def codes(choices: Choices, costs: dict[str, int] | None = None, building: pl.DataFrame = NOTHING) -> set[str]:
    known = costs or {}
    return {one.code for one in asked(tiny(costs=known), choices, prices(known), building)}


def test_a_price_that_is_missing_leaves_all_money_out() -> None:
    held = prices({**COSTS, "new_class_yuan": None})  # type: ignore[dict-item]
    assert not held.known
    assert held.cost(30_000_000, 12, 3) is None
    assert prices(COSTS).cost(30_000_000, 12, 3) == 30_000_000 + 12 * 2_500_000 + 3 * 1_800_000


def test_what_is_missing_is_asked_for() -> None:
    assert codes(Choices()) == {"prices", "budget_per_year", "children_per_dwelling", "merging"}
    assert codes(Choices(budget_per_year=5)) == {"prices", "budget", "children_per_dwelling", "merging"}
    merging = {"merge.below": 50.0, "merge.metres": 3000.0}
    assert codes(Choices(budget_per_year=5, children_per_dwelling=0.3, own_norms=merging), COSTS) == set()


def test_notes_of_a_kind_are_one_line_with_the_first_places() -> None:
    notes = [Fault("no_population", Text(f"片区{at}", f"area {at}")) for at in range(5)]
    more = [Fault("year_missing", Text("儿童表", "children"), {"year": 2024})]
    known = Fault("seats_below_children", Text("A", "A"), {"seats": 1, "children": 2, "short": 1})
    found = noted([*notes, *more, known])
    assert [one.code for one in found] == ["no_population", "year_missing"]
    assert found[0].what.zh.startswith("片区0、片区1、片区2等5处")
    assert "2024" in found[1].what.en


def test_counties_short_of_land_are_named_with_how_many_children() -> None:
    row = {
        "year": 2026,
        "county_code": "A",
        "unserved": 9,
        "unserved_bound": 7.0,
        "cost": 0,
        "cost_gap": 0.0,
        "found": True,
    }
    found = asked(tiny(), Choices(), prices(COSTS), pl.DataFrame([row], schema=BUILDING))
    land = next(one for one in found if one.code == "land")
    assert "7" in land.what.zh
    assert "A" in land.what.en


def test_a_single_year_of_children_is_named() -> None:
    base = tiny(children=tiny().children.filter(pl.col("year") == 2025))
    assert "years" in {one.code for one in asked(base, Choices(), prices(COSTS), NOTHING)}


def test_missing_streets_are_named() -> None:
    base = tiny(edges=tiny().edges.clear())
    assert "streets" in {one.code for one in asked(base, Choices(), prices(COSTS), NOTHING)}


def test_a_site_with_a_cost_of_its_own_goes_before_the_common_one() -> None:
    assert prices(COSTS).opening(None) == 30_000_000
    assert prices(COSTS).opening(5_000_000.0) == 5_000_000
    assert prices({}).opening(5_000_000.0) == prices({}).school
