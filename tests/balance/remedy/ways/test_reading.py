"""The extended form of the costs: read whole, or refused with everything that is wrong."""

from typing import Any

import pytest

from junheng.balance import InputError
from junheng.balance.remedy import Cap, Way, costs_from, quantities
from tests.balance.remedy.county import COSTS, STANDARD

ADD = dict(COSTS.add)
HELD = quantities(STANDARD)
COLUMNS = {"eligible": {("a1", "primary"): 15.0, ("a2", ""): 9.0}}


def codes(raw: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        costs_from(raw, HELD, ("a1",), COLUMNS)
    return [fault.code for fault in caught.value.faults]


def test_everything_that_can_be_said() -> None:
    raw = {
        "add": {id_: price for id_, price in ADD.items() if id_ not in {"L1", "L2"}},
        "train": {"L1": 6000},
        "recognise": {"L2": {"value": 3000, "low": 2000, "high": 5000, "from": "2026-01-01", "cite": "a list"}},
        "convert": {"L4": 900},
        "hire": {"art": {"cost": 125000, "counts": ["L1", "L3"]}},
        "build": {"room": {"cost": 250000, "counts": {"L4": 80, "L7": 1}}},
        "limits": {
            "train": {"L1": {"per_school": 2, "schools": {"a1": 3, "a2": {"junior": 1}}}},
            "recognise": {"L2": {"column": "eligible", "share": 0.1, "per_year": 20}},
            "hire": {"art": {"per_section": 10}},
            "posts": {"column": "eligible", "per_county": 40},
            "move": {"L1": {"per_school": 2}},
            "years": 3,
        },
    }
    costs = costs_from(raw, HELD, (), COLUMNS)
    train, recognise, convert, hire, build = costs.ways
    assert train == Way("train", "L1", {"L1": 1.0}, 6000, Cap(2, {("a1", ""): 3, ("a2", "junior"): 1}))
    assert recognise.cap == Cap(schools={("a1", "primary"): 1.0, ("a2", ""): 0.0}, per_section=60)
    assert (convert.cap, hire.cap) == (Cap(), Cap(per_section=10))
    assert (hire.counts, build.counts) == ({"L1": 1.0, "L3": 1.0}, {"L4": 80.0, "L7": 1.0})
    assert costs.limits.posts == Cap(schools=COLUMNS["eligible"], per_county=40)
    assert costs.limits.moves == {"L1": Cap(per_school=2)}
    assert costs.ranges == {("recognise", "L2"): (2000, 5000)}
    assert costs.extended


@pytest.mark.parametrize(
    ("further", "said"),
    [
        ({"train": {"L9": 1}}, ["cost_unknown_key"]),
        ({"train": {"L4": 1}}, ["cost_way_unfit"]),
        ({"convert": {"L1": 1}, "build": {"x": {"cost": 1, "counts": ["L2"]}}}, ["cost_way_unfit"] * 2),
        ({"train": {"L1": -1}, "recognise": {"L2": "many"}}, ["cost_negative", "cost_not_number"]),
        ({"train": {"L1": None}, "convert": {"L4": {"value": None}}}, ["cost_missing"] * 2),
        ({"train": {"L1": {"value": 5, "low": 6}}}, ["cost_range"]),
        ({"hire": {"art": {"cost": 1}}}, ["cost_line_incomplete"]),
        ({"hire": {"art": {"counts": ["L1"]}}}, ["cost_missing"]),
        ({"hire": {"art": {"cost": 1, "counts": {"L1": 0, "L3": 0.5}}}}, ["cost_counts_nothing", "cost_not_whole"]),
        ({"hire": [1]}, ["cost_not_mapping"]),
        ({"limits": {"train": {"L1": {"per_school": 1}}}}, ["cost_unknown_key"]),
        ({"train": {"L1": 1}, "limits": {"train": {"L1": {"column": "none"}}}}, ["cost_unknown_column"]),
        ({"train": {"L1": 1}, "limits": {"train": {"L1": {"per_year": 3}}}}, ["cost_years_missing"]),
        ({"train": {"L1": 1}, "limits": {"train": {"L1": {"schools": {"zz": 3}}}}}, ["cost_unknown_school"]),
        ({"train": {"L1": 1}, "limits": {"train": {"L1": {"per_school": -3}}}}, ["cost_negative"]),
        ({"train": {"L1": 1}, "limits": {"train": {"L1": 3}}}, ["cost_not_mapping"]),
    ],
)
def test_everything_wrong_is_said_at_once(further: dict[str, Any], said: list[str]) -> None:
    assert sorted(codes({"add": ADD, **further})) == sorted(said)


def test_an_indicator_without_any_way_is_asked_for() -> None:
    raw = {"add": {id_: price for id_, price in ADD.items() if id_ != "L2"}, "train": {"L1": 1}}
    assert codes(raw) == ["cost_missing"]
