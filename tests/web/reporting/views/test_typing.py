"""Typing in the browser: the same way as a file, nothing lost on the way."""

import pytest

from junheng.web.reporting.earlier import current_facts
from junheng.web.reporting.models import State, Version
from tests.web.people import COUNTY
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book

NASTY = '  1"2<script>\u3000'


def _page(city: City, table: str = "rooms") -> str:
    return f"/desk/submission/{city.submission().pk}/type/{table}/"


def test_the_whole_way(city: City) -> None:
    city.confirmed()
    client = city.client()
    html = client.get(_page(city)).content.decode()
    assert 'name="rooms..teaching_area" value="3000"' in html
    kept = {"rooms..teaching_area": "3100.5", "rooms..books": "0", "rooms..computers.none": "1"}
    assert client.post(_page(city), kept)["Location"] == _page(city)
    answer = client.post(f"/desk/submission/{city.submission().pk}/type/preview/", {"revision": 2})
    client.post(answer["Location"], {"checked": "yes"})
    held = city.submission()
    assert (held.current.number, held.current.way) == (2, "typed")  # type: ignore[union-attr]
    facts = current_facts(held)
    assert facts is not None
    assert facts["rooms"].select("teaching_area", "books", "computers").row(0) == (3100.5, 0, None)
    assert facts["teachers"]["teachers"].to_list() == [30]
    assert "放弃暂存" not in client.get(_page(city)).content.decode()


def test_a_fault_keeps_every_letter(city: City) -> None:
    client = city.client()
    answer = client.post(_page(city), {"rooms..books": NASTY, "rooms..computers": "5"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="  1&quot;2&lt;script&gt;\u3000"' in html
    assert 'value="5"' in html
    assert "e-rooms..books" in html
    again = client.get(_page(city)).content.decode()
    assert 'value="  1&quot;2&lt;script&gt;\u3000"' in again
    assert not Version.objects.everything("a test").exists()


def test_the_check_of_all_leads_to_the_first_faulty_page(city: City) -> None:
    client = city.client()
    client.post(_page(city), {"rooms..books": "x"})
    answer = client.post(f"/desk/submission/{city.submission().pk}/type/preview/", {"revision": 1})
    assert answer["Location"] == _page(city) + "?check=1"
    assert "e-rooms..books" in client.get(answer["Location"]).content.decode()


def test_next_page_discard_and_another_version_meanwhile(city: City) -> None:
    client = city.client()
    assert client.post(_page(city), {"then": "next"})["Location"] == _page(city, "money")
    city.confirmed(book(rooms__books=5))
    assert "新的版本" in client.get(_page(city)).content.decode()
    client.post(f"/desk/submission/{city.submission().pk}/type/discard/")
    assert 'name="rooms..books" value="5"' in client.get(_page(city)).content.decode()


def test_a_county_types_its_form(city: City) -> None:
    client, pk = city.client("county_reviewer"), city.submission(COUNTY).pk
    client.post(
        f"/desk/submission/{pk}/type/counties/", {"counties..county_name": "金水区", "counties..townships": "12"}
    )
    answer = client.post(f"/desk/submission/{pk}/type/preview/", {"revision": 1})
    client.post(answer["Location"], {"checked": "yes"})
    assert city.submission(COUNTY).state == State.DRAFT


@pytest.mark.parametrize("role", ["planner", "publisher"])
def test_not_for_who_only_looks(city: City, role: str) -> None:
    assert city.client(role).get(_page(city)).status_code == 403
    assert city.client(role).post(_page(city)).status_code == 403


def test_other_schools_and_other_tables(city: City) -> None:
    assert city.client("other_reporter").get(_page(city)).status_code == 404
    assert city.client().get(_page(city, "counties")).status_code == 404
