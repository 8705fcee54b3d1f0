"""Reasons in words."""

import pytest

from junheng.balance.bounds import all_bounds
from junheng.balance.reasons import number, school_reasons
from junheng.policy import load_standard
from junheng.policy.text import Text

STANDARD = load_standard("jiaodu-2017-6")
IDS = [one.id for one in STANDARD.indicators]
BOUNDS = {id_: cells["primary", None] for id_, cells in all_bounds(STANDARD, [("primary", None)], None).items()}


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3.57, "3.57"), (2000.0, "2000"), (0.1 + 0.2, "0.3"), (0.765, "0.765"), (0.0, "0"), (100, "100")],
)
def test_numbers_are_shown_without_noise(value: float, shown: str) -> None:
    assert number(value) == shown


def reasons(value: float | None, met: bool | None, *, passes: bool | None) -> list[str]:
    values = dict.fromkeys(IDS, 99999.0) | {"L1": value}
    flags: dict[str, bool | None] = {**dict.fromkeys(IDS, True), "L1": met}
    return [one.zh for one in school_reasons(STANDARD, values, flags, BOUNDS, passes=passes)]


def test_a_school_that_meets_everything_needs_no_reason() -> None:
    assert reasons(5.0, True, passes=True) == []


def test_an_indicator_within_the_floor_is_said_even_when_the_school_passes() -> None:
    assert reasons(4.0, False, passes=True) == [
        "每百名学生拥有高于规定学历教师数4人/百生，低于要求4.2，达到余项底线3.57"
    ]


def test_a_failing_school_says_how_many_are_met() -> None:
    assert reasons(1.0, False, passes=False)[-1] == "7项指标中6项达标"


def test_a_known_cause_takes_the_place_of_the_general_one() -> None:
    values: dict[str, float | None] = dict.fromkeys(IDS, 99999.0) | {"L1": None}
    found = school_reasons(
        STANDARD, values, dict.fromkeys(IDS, None), BOUNDS, passes=None, missing={"L1": Text("原因", "cause")}
    )
    assert [one.en for one in found] == ["cause"]
