"""Lists: counties, what waits, empty states, everybody's own way in."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.web.evidence.conftest import Bring
from tests.web.people import COUNTY, SCHOOLS, People

URL = "/desk/evidence/"


def test_who_has_one_place_is_led_there(staff: People, bring: Bring) -> None:
    assert staff.client("county_reviewer").get(URL)["Location"] == f"{URL}2025/{COUNTY}/"
    assert staff.client("school_reporter").get(URL)["Location"] == f"{URL}2025/{SCHOOLS[0]}/"


def test_the_list(staff: People, bring: Bring, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    bring("given")
    client = staff.client("inspector")
    for prefix in ("", "/en"):
        assert "金水区" in client.get(prefix + URL).content.decode()
    assert client.get(URL + "?year=1789").status_code == 200
    with django_assert_max_num_queries(12):
        client.get(URL)


def test_the_worklist(staff: People, bring: Bring) -> None:
    client = staff.client("inspector")
    assert "没有等您办理" in client.get(URL + "work/").content.decode()
    bring("given")
    assert f"{URL}2025/{COUNTY}/G1/" in client.get(URL + "work/").content.decode()


@pytest.mark.parametrize(("path", "role"), [("", "planner"), ("work/", "county_reviewer"), ("work/", "planner")])
def test_the_wrong_role(staff: People, path: str, role: str) -> None:
    assert staff.client(role).get(URL + path).status_code == 403
