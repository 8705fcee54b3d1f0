"""Numbers in force: the county's before the city's, the newest that has begun."""

from datetime import date

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.posts.given import in_force, lessons_of, norms_of, numbers, own_of, parameters, retirement_of
from junheng.web.posts.models import NumberList
from tests.web.people import CITY, COUNTY, People

DAY = date(2025, 9, 1)


def _list(staff: People, code: str, day: date, value: float) -> NumberList:
    given = {"lessons.primary": {"value": value, "source": "办法"}}
    return NumberList.objects.create(organisation=staff.places[code], valid_from=day, given=given)


def test_the_county_goes_before_the_city_and_later_lists_wait(staff: People, officer: Actor) -> None:
    lists = [
        _list(staff, COUNTY, date(2024, 1, 1), 15),
        _list(staff, CITY, date(2025, 1, 1), 14),
        _list(staff, COUNTY, date(2026, 1, 1), 13),
    ]
    held = in_force(lists, DAY)
    assert held["lessons.primary"]["value"] == 15
    assert held["lessons.primary"]["place"] == "金水区"
    assert own_of(in_force(lists, date(2026, 1, 1))) == {"lessons.primary": 13}


def test_what_nobody_knows_is_asked_for() -> None:
    rows = {one.id: one for one in numbers({"lessons.primary": {"value": 16.0, "source": "办法"}}, DAY)}
    assert rows.keys() == parameters().keys()
    assert rows["lessons.junior"].asked
    assert (rows["lessons.primary"].value, rows["lessons.primary"].source) == (16, "办法")
    assert not rows["ratio.primary"].asked


def test_each_part_takes_its_own_numbers() -> None:
    own = {"ratio.primary": 20.0, "leaving.rate": 2.0, "hours.primary.pe": 4.0}
    assert norms_of(own, DAY).ratio["primary"] == 20
    assert retirement_of(own, DAY).leaving == 0.02
    assert lessons_of(own, DAY)["primary", "pe"] == 4
    with pytest.raises(ValueError, match="ratio"):
        norms_of({"ratio.primary": 0.0}, DAY)
