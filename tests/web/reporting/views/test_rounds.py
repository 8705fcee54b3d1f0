"""Rounds as pages: opened, changed, refused."""

import pytest

from junheng.web.reporting.models import Round, RoundState
from junheng.web.reporting.views.rounds import moment_of
from tests.web.people import People
from tests.web.reporting.conftest import City

GOOD = {"year": "2026", "opens": "2026-09-01T08:00", "deadline": "2026-10-15T18:00", "standard": "jiaodu-2017-6"}


def test_an_empty_list_says_so(staff: People) -> None:
    assert "还没有填报批次" in staff.client("county_reviewer").get("/desk/rounds/").content.decode()


def test_one_is_opened(staff: People) -> None:
    answer = staff.client("city_statistician").post("/desk/rounds/new/", GOOD)
    held = Round.objects.get()
    assert answer["Location"] == f"/desk/rounds/{held.pk}/"
    assert held.deadline.isoformat() == "2026-10-15T10:00:00+00:00"


@pytest.mark.parametrize(
    "change",
    [{"year": "二〇二六"}, {"opens": ""}, {"deadline": "2026-13-45"}, {"year": "2026", "deadline": "2025-01-01"}],
)
def test_what_was_typed_stays_and_nothing_is_made(staff: People, change: dict[str, str]) -> None:
    answer = staff.client("city_statistician").post("/desk/rounds/new/", {**GOOD, **change})
    assert answer.status_code == 422
    assert f'value="{change.get("opens", GOOD["opens"])}"' in answer.content.decode()
    assert not Round.objects.exists()


@pytest.mark.parametrize("role", ["school_reporter", "county_reviewer", "inspector", "publisher", "system_admin"])
def test_not_for_others(city: City, role: str) -> None:
    client = city.client(role)
    for page in ("new/", f"{city.round.pk}/"):
        assert client.get(f"/desk/rounds/{page}").status_code == 403
    assert client.post(f"/desk/rounds/{city.round.pk}/change/", {"do": "freeze"}).status_code == 403


def test_changes(city: City) -> None:
    client, page = city.client("city_statistician"), f"/desk/rounds/{city.round.pk}/change/"
    assert client.post(page, {"do": "freeze", "revision": "1"}).status_code == 302
    assert client.post(page, {"do": "freeze", "revision": "1"}).status_code == 409
    assert client.post(page, {"do": "reopen", "revision": "2", "deadline": "2099-01-01T00:00"}).status_code == 302
    assert client.post(page, {"do": "deadline", "revision": "3", "deadline": "x"}).status_code == 422
    assert client.post(page, {"do": "drop", "revision": "3"}).status_code == 422
    assert client.post(page, {"do": "newcomers", "revision": "3"}).status_code == 302
    assert Round.objects.get().state == RoundState.OPEN
    assert client.get(page).status_code == 405


def test_moments() -> None:
    assert moment_of("2026-10-15 18:00") == moment_of("2026-10-15T18:00+08:00")
    assert moment_of("soon") is None
    assert moment_of("2026-02-31 00:00") is None
