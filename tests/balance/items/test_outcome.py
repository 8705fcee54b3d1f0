"""How several results become one, and how they are counted in words."""

import pytest

from junheng.balance.items.outcome import all_of, tally


@pytest.mark.parametrize(
    ("results", "whole"),
    [([], True), ([True, True], True), ([True, None], None), ([None, False], False), ([False, True], False)],
)
def test_a_failure_decides_over_what_is_open(results: list[bool | None], whole: bool | None) -> None:
    assert all_of(results) is whole


def test_schools_are_counted_by_state() -> None:
    assert tally({"1": True, "2": False, "3": None}).zh == "3所学校中1所达标、1所未达标、1所未评定"
