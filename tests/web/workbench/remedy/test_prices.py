"""What is priced, what a form of prices says, and which price is in force."""

from datetime import date

import pytest

from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import PriceList
from junheng.web.workbench.remedy.prices import in_force, missing, said_in, slots, stored
from tests.web.people import CITY, COUNTY, People
from tests.web.workbench.remedy.ground import FULL, LAW

DAY = date(2026, 1, 1)


def test_seven_additions_and_the_moves_of_three_kinds_of_teachers() -> None:
    assert [one.name for one in slots(LAW.id)] == [
        *(f"add_L{at}" for at in range(1, 8)),
        *(f"move_L{at}" for at in range(1, 4)),
    ]


def test_a_form_is_read_with_ranges_and_sources() -> None:
    said = said_in(FULL, LAW.id)
    assert said.faults == ()
    assert said.valid_from == date(2020, 1, 1)
    assert said.prices["add"]["L6"] == {"yuan": 1.0, "low": 0.5, "high": 3.0, "source": "合成"}
    assert said.prices["move"]["L3"] == {"yuan": 18_000.0, "source": "合成"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"add_L1_source": ""}, "没有写依据"),
        ({"add_L4": "dear"}, "单价应为"),
        ({"add_L4": "-1"}, "单价应为"),
        ({"add_L4": "nan"}, "单价应为"),
        ({"add_L6_low": "2"}, "单价不在最低与最高之间"),
        ({"add_L6_high": "0.9"}, "单价不在最低与最高之间"),
        ({"add_L6": ""}, "没有填单价"),
        ({"valid_from": "soon"}, "生效日期"),
    ],
)
def test_a_wrong_form_is_told_in_both_languages(wrong: dict[str, str], words: str) -> None:
    said = said_in({**FULL, **wrong}, LAW.id)
    assert [words in one.zh for one in said.faults] == [True]
    assert all(one.en for one in said.faults)


def test_everything_wrong_is_told_at_once_and_nothing_at_all_is_wrong_too() -> None:
    assert len(said_in({"add_L1": "x", "add_L2": "1", "valid_from": ""}, LAW.id).faults) == 3
    assert [one.zh for one in said_in({"valid_from": "2026-01-01"}, LAW.id).faults] == ["一项单价也没有填。"]


def _only(price: str, **more: str) -> dict[str, str]:
    return {"valid_from": "2025-01-01", "add_L4": price, "add_L4_source": "文件", **more}


@pytest.mark.django_db
def test_a_countys_own_price_goes_before_the_citys_and_the_newer_before_the_older(staff: People) -> None:
    planner = staff.actor("planner")
    lists = [
        set_prices(planner, COUNTY, _only("1")),
        set_prices(planner, CITY, FULL),
        set_prices(planner, COUNTY, _only("2", valid_from="2025-06-01")),
        set_prices(planner, COUNTY, _only("3", valid_from="2027-01-01")),
    ]
    held = in_force(lists, DAY)
    assert held["add", "L4"].yuan == 2
    assert held["add", "L4"].held == lists[2]
    assert held["add", "L5"].yuan == 450
    assert in_force(lists, date(2019, 1, 1)) == {}
    assert PriceList.objects.everything("test").count() == 4


@pytest.mark.django_db
def test_what_is_missing_is_asked_for_by_name_and_moves_only_when_teachers_may_move(staff: People) -> None:
    held = in_force([set_prices(staff.actor("planner"), CITY, _only("1"))], DAY)
    assert [one.name for one in missing(held, LAW.id, moving=False)] == [f"add_L{at}" for at in (1, 2, 3, 5, 6, 7)]
    assert [one.name for one in missing(held, LAW.id, moving=True)][-3:] == ["move_L1", "move_L2", "move_L3"]


@pytest.mark.django_db
def test_what_a_study_keeps_has_both_ends_of_every_price(staff: People) -> None:
    price_list = set_prices(staff.actor("planner"), CITY, FULL)
    held = in_force([price_list], DAY)
    kept = stored(held, moving=True)
    assert (kept["low"]["add_L6"], kept["high"]["add_L6"]) == (0.5, 3.0)
    assert kept["low"]["add_L1"] == kept["high"]["add_L1"] == 120_000
    assert kept["lists"] == [price_list.pk]
    assert stored(held, moving=False)["move"] == {}
