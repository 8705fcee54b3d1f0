"""Which sections are planned together."""

from dataclasses import replace

import pytest

from junheng.balance import InputError
from junheng.balance.remedy import Cap, Way, set_out
from tests.balance.remedy.county import COSTS, judged, row, rows

TRAIN = Way("train", "L1", {"L1": 1.0}, 6_000.0, Cap(per_school=2))
BOTH = (*rows(), *(one | {"section": "junior"} for one in rows()))


def groups(way: Way, shares: dict[tuple[str, str, str], float] | None = None) -> list[list[str]]:
    table = set_out(judged(*BOTH), replace(COSTS, ways=(way,)), None, shares)
    assert [one.key[1] for one in table.todo] == ["primary", "junior"]
    return [one.levels for one in table.groups]


def test_sections_are_planned_together_where_shares_or_limits_of_the_county_link_them() -> None:
    assert groups(TRAIN) == [["primary"], ["junior"]]
    assert groups(replace(TRAIN, cap=Cap(per_school=2, per_county=9))) == [["primary", "junior"]]
    assert groups(TRAIN, {("a1", "primary", "L4"): 0.5, ("a1", "junior", "L4"): 0.5}) == [["primary", "junior"]]
    assert groups(TRAIN, {("a1", "primary", "L4"): 0.5}) == [["primary"], ["junior"]]


def test_sections_that_cannot_be_judged_are_in_no_group_and_unknown_limits_are_refused() -> None:
    evaluation = judged(*rows(), row("b1", county="410101", pe_art_teachers=None))
    table = set_out(evaluation, replace(COSTS, ways=(TRAIN,)), None, None)
    assert [(one.at, one.keys[0][0]) for one in table.groups] == [((1,), "410105")]
    with pytest.raises(InputError):
        set_out(evaluation, replace(COSTS, ways=(replace(TRAIN, cap=Cap()),)), None, None)
