"""Special cases: only with the flag, only while they last, only for schools of the named size."""

from typing import Any

import pytest

from junheng.balance import judge
from junheng.balance.model import SchoolResult
from junheng.policy import Standard, load_standard
from tests.balance.city import DENSE, SMALL, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def school(code: str, standard: Standard = STANDARD, **changes: Any) -> SchoolResult:
    tables = sound()
    row_of(tables, "schools", code).update(
        {key: value for key, value in changes.items() if key not in {"pupils", "visiting_pe"}}
    )
    if "pupils" in changes:
        row_of(tables, "sections", code)["pupils"] = changes["pupils"]
    if "visiting_pe" in changes:
        row_of(tables, "teachers", code)["visiting_pe"] = changes["visiting_pe"]
    county = judge(facts_of(tables), standard).counties[0]
    return next(one for one in county.schools if one.school_code == code)


def test_visiting_teachers_count_in_a_small_rural_school() -> None:
    assert school(SMALL).values["L3"] == pytest.approx(1.25)


@pytest.mark.parametrize(("pupils", "counts"), [(49, False), (50, True), (99, True), (100, False)])
def test_only_between_fifty_and_ninety_nine_pupils(pupils: int, *, counts: bool) -> None:
    assert (school(SMALL, pupils=pupils).values["L3"] == 0.0) is not counts


@pytest.mark.parametrize("flag", [False, None])
def test_without_the_flag_nothing_is_added(flag: bool | None) -> None:
    assert school(SMALL, small_rural=flag).values["L3"] == 0.0


def test_visiting_teachers_nobody_reported_add_nothing_and_do_not_leave_the_school_open() -> None:
    assert school(SMALL, visiting_pe=None).values["L3"] == 0.0


def test_leased_and_converted_grounds_count_in_a_dense_centre() -> None:
    assert school(DENSE).values["L5"] == pytest.approx((3000 + 900 + 3000 + 2000) / 900)
    assert school(DENSE, dense_centre=False).values["L5"] == pytest.approx(3900 / 900)


@pytest.mark.parametrize(("until", "holds"), [("2024-08-31", False), ("2024-09-01", True), (None, True)])
def test_a_relief_ends_on_its_last_day(until: str | None, *, holds: bool) -> None:
    found = school(DENSE, STANDARD.with_values({"special.until": until}))
    assert (found.met["L5"] is True) is holds


def test_an_unknown_end_is_said() -> None:
    open_ = judge(facts_of(sound()), STANDARD).counties[0]
    known = judge(facts_of(sound()), STANDARD.with_values({"special.until": "2030-01-01"})).counties[0]
    assert any("截止日未查到" in reason.zh for reason in open_.missing)
    assert not any("截止日未查到" in reason.zh for reason in known.missing)
