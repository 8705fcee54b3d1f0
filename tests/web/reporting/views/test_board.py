"""The board: counts, rows, files, reminders, never beyond the reach."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from junheng.web.reporting.models import Reminder
from tests.web.people import OTHER_SCHOOL, SCHOOLS
from tests.web.reporting.conftest import City


def _page(city: City) -> str:
    return f"/desk/rounds/{city.round.pk}/board"


def _csv(city: City, role: str, query: str = "") -> list[dict[str, str]]:
    answer = city.client(role).get(f"{_page(city)}.csv{query}")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def test_who_has_not_reported_comes_first_and_files_say_the_same(city: City) -> None:
    city.confirmed()
    rows = _csv(city, "county_reviewer")
    assert rows[-1]["code"] == SCHOOLS[0]
    assert len(rows) == 4
    assert len(_csv(city, "county_reviewer", "?state=draft")) == len(rows) - 3
    book = load_workbook(BytesIO(city.client("county_reviewer").get(f"{_page(city)}.xlsx").content))
    assert SCHOOLS[0] in {str(cell.value) for sheet in book for row in sheet for cell in row}


@pytest.mark.parametrize(("role", "seen"), [("city_statistician", 6), ("county_reviewer", 4), ("school_reporter", 1)])
def test_nothing_beyond_the_reach(city: City, role: str, seen: int) -> None:
    text = city.client(role).get(f"{_page(city)}/").content.decode()
    assert f"{seen} 个" in text
    assert (OTHER_SCHOOL in text) == (role == "city_statistician")
    assert (OTHER_SCHOOL in str(_csv(city, role))) == (role == "city_statistician")


def test_filters_that_are_none_are_left_out(city: City) -> None:
    page = city.client("city_statistician").get(f"{_page(city)}/?state=%27&county=../&kind=x&page=zz&text=%3Cscript%3E")
    assert page.status_code == 200
    assert "<script" not in page.content.decode()


def test_reminding(city: City) -> None:
    client, page = city.client("county_reviewer"), f"/desk/rounds/{city.round.pk}/remind/"
    chosen = [city.submission(SCHOOLS[0]).pk, city.submission(OTHER_SCHOOL).pk, "x"]
    assert client.post(page, {"chosen": chosen, "back": "//evil.example/"})["Location"] == f"{_page(city)}/"
    assert Reminder.objects.everything("a test").get().submission.organisation.code == SCHOOLS[0]
    assert client.post(page, {"whom": "all", "back": f"{_page(city)}/?state=missing"})["Location"].endswith("missing")
    assert city.client().post(page).status_code == 403


def test_no_role_no_board(city: City) -> None:
    assert city.client("publisher").get(f"{_page(city)}/").status_code == 403
    assert city.client("county_reviewer").get(f"{_page(city)}.exe").status_code == 404


def test_queries_do_not_grow_with_schools(city: City, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = city.client("city_statistician")
    with django_assert_num_queries(9):
        client.get(f"{_page(city)}/")
