"""A value is met, near, below, none or free; the floor itself is near."""

from dataclasses import replace

import pytest

from junheng.web.portal.marks import marking, marks
from tests.web.factories import STANDARD, school


@pytest.mark.parametrize(
    ("value", "met", "mark"),
    [(7.5, True, "met"), (7.49, False, "near"), (6.375, False, "near"), (6.374, False, "below"), (None, None, "none")],
)
def test_sports_area_of_a_primary_school(value: float | None, met: bool | None, mark: str) -> None:
    held = school()
    held = replace(held, values={**held.values, "L5": value}, met={**held.met, "L5": met})
    assert marks(held, STANDARD, marking(STANDARD, 2025))["L5"] == mark


def test_lower_is_better_is_near_up_to_the_floor() -> None:
    lower = replace(STANDARD.indicator("L5"), better="lower")
    mark = marking(STANDARD, 2025)
    held = school()

    def at(value: float) -> str:
        return mark(replace(held, values={"L5": value}, met={"L5": False}), lower)

    assert (at(8.8), at(8.9)) == ("near", "below")


def test_without_a_threshold_a_value_is_free() -> None:
    free = replace(STANDARD.indicator("L5"), id="L9", threshold={})
    assert marking(STANDARD, 2025)(school(), free) == "free"
