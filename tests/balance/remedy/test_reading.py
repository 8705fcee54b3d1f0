"""Costs and limits from a document: read whole, or refused with everything that is wrong."""

from typing import Any

import pytest

from junheng.balance import InputError
from junheng.balance.remedy import Costs, Limits, costs_from, quantities
from tests.balance.remedy.county import COSTS, STANDARD

ADD = dict(COSTS.add)
HELD = quantities(STANDARD)


def codes(raw: Any, schools: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(InputError) as caught:
        costs_from(raw, HELD, schools)
    return [fault.code for fault in caught.value.faults]


def test_the_least_is_a_cost_for_every_indicator() -> None:
    assert costs_from({"add": ADD}, HELD) == Costs(ADD)


def test_everything_that_can_be_said() -> None:
    raw = {
        "add": ADD,
        "move": {"L1": 8000},
        "max_move_km": 20,
        "limits": {
            "per_school": {"L4": 2000},
            "schools": {"a1": {"L1": 3}, 2141: {"L2": 1}},
            "per_section": {"L1": 40},
            "budget": 5_000_000,
            "pinned": [{"school_code": "a1", "indicator": "L7", "amount": 2}],
            "forbidden": [{"school_code": "a2", "indicator": "L4"}],
        },
    }
    limits = Limits(
        {"L4": 2000}, {"a1": {"L1": 3}, "2141": {"L2": 1}}, {"L1": 40}, 5_000_000, {("a1", "L7"): 2},
        frozenset({("a2", "L4")}),
    )  # fmt: skip
    assert costs_from(raw, HELD, ("a1", "a2", "2141")) == Costs(ADD, {"L1": 8000}, 20, limits)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (None, ["cost_not_mapping", *["cost_missing"] * 7]),
        ({}, ["cost_missing"] * 7),
        ({"add": {**ADD, "L1": -1}}, ["cost_negative"]),
        ({"add": {**ADD, "L1": "120000", "L2": True, "L3": float("nan")}}, ["cost_not_number"] * 3),
        ({"add": {**ADD, "L9": 1}, "moves": {}}, ["cost_unknown_key"] * 2),
        ({"add": ADD, "move": {"L4": 5}}, ["cost_not_movable"]),
        ({"add": ADD, "limits": {"pinned": {"a1": 1}}}, ["cost_not_list"]),
        ({"add": ADD, "limits": {"pinned": [{"school_code": "a1"}]}}, ["cost_line_incomplete"]),
        ({"add": ADD, "limits": {"forbidden": [{"school_code": "a1", "indicator": "L8"}]}}, ["cost_unknown_key"]),
        (
            {"add": ADD, "limits": {"pinned": [{"school_code": "a1", "indicator": "L1", "amount": 1.5}]}},
            ["cost_not_whole"],
        ),
        ({"add": ADD, "limits": {"schools": {"zz": {"L1": 1}}}}, ["cost_unknown_school"]),
        ({"add": ADD, "limits": {"budget": "much"}, "max_move_km": -3}, ["cost_negative", "cost_not_number"]),
    ],
)
def test_everything_wrong_is_said_at_once(raw: Any, said: list[str]) -> None:
    assert sorted(codes(raw, ("a1",))) == sorted(said)


def test_pinned_and_forbidden_exclude_each_other() -> None:
    line = {"school_code": "a1", "indicator": "L1"}
    assert codes({"add": ADD, "limits": {"pinned": [{**line, "amount": 1}], "forbidden": [line]}}) == [
        "cost_contradiction"
    ]


def test_a_missing_cost_is_asked_for_by_name() -> None:
    with pytest.raises(InputError, match="没有 L7 的单价") as caught:
        costs_from({"add": {id_: cost for id_, cost in ADD.items() if id_ != "L7"}}, HELD)
    assert "add › L7" in str(caught.value)
