"""Limits that nobody stated are asked for."""

from junheng.balance.inputs import InputFault
from junheng.balance.remedy import Cap, Way
from junheng.balance.remedy.sections import Shares, sections
from junheng.balance.remedy.ways.unknown import unlimited, unroomed
from tests.balance.remedy.county import COSTS, judged, rows


def faults(way: Way, shares: Shares | None = None) -> list[InputFault]:
    both = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    todo = list(sections(both, COSTS, shares=shares))
    costs = type(COSTS)(COSTS.add, ways=(way,))
    return [*unlimited(todo, costs), *unroomed(todo, costs, lambda _: 12.0)]


def test_what_is_said_of_a_school_is_clear_where_its_sections_share_it() -> None:
    convert = Way("convert", "L4", {"L4": 1.0}, 900.0, Cap(per_school=3, schools={("a3", ""): 30.0}))
    (fault,) = faults(convert)
    assert (fault.code, "a3" in fault.what.zh) == ("cost_section_needed", True)
    assert faults(convert, {("a3", "primary", "L4"): 0.6, ("a3", "junior", "L4"): 0.4}) == []
    assert [one.code for one in faults(convert, {("a3", "primary", "L5"): 0.6, ("a3", "junior", "L5"): 0.4})] == [
        "cost_section_needed"
    ]


def test_many_schools_are_not_all_named() -> None:
    (fault,) = faults(Way("train", "L1", {"L1": 1.0}, 1.0))
    assert fault.code == "cost_limit_missing"
    (fault,) = faults(Way("build", "room", {"L4": 1.0}, 1.0, rooms=({}, {})))
    assert (fault.code, fault.where.zh) == ("cost_rooms_missing", "build › room")
