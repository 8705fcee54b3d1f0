"""The preview as a page, and the confirmation."""

import os
import time

from junheng.web.reporting import staging
from junheng.web.reporting.actions.preview import preview
from junheng.web.reporting.models import Version
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded


def _page(city: City, content: bytes | None = None, name: str = "上报.xlsx") -> str:
    held = city.submission()
    token = preview(city.actor(), held, [uploaded(content, name)], revision=held.revision).token
    return f"/desk/submission/{held.pk}/preview/{token}/"


def test_double_submit_and_two_tabs_make_one_version(city: City) -> None:
    client, page = city.client(), _page(city)
    for _ in range(3):
        assert client.post(page, {"checked": "yes"})["Location"] == f"/desk/submission/{city.submission().pk}/"
    assert Version.objects.everything("a test").count() == 1


def test_what_is_rejected_has_no_button_and_marks(city: City) -> None:
    client, page = city.client(), _page(city, book(SCHOOLS[0], sections__pupils=-5))
    html = client.get(page).content.decode()
    assert "确认保存为草稿" not in html
    assert "marked-1.xlsx" in html
    assert client.get(f"{page}marked-1.xlsx").status_code == 200
    assert client.get(f"{page}marked-2.xlsx").status_code == 404
    assert client.post(page, {"checked": "yes"}).status_code == 409


def test_warnings_ask_for_the_tick(city: City) -> None:
    page = _page(city, book(SCHOOLS[0], teachers__pe_teachers=300))
    assert "我已核对" in city.client().get(page).content.decode()
    assert city.client().post(page).status_code == 422


def test_a_hostile_name_is_text(city: City) -> None:
    page = _page(city, b"nothing", '"><script>alert(1)</script>.xlsx')
    assert "<script" not in city.client().get(page).content.decode()


def test_nobody_else_and_not_under_another_submission(city: City) -> None:
    page = _page(city)
    assert city.client("other_reporter").get(page).status_code == 404
    assert city.client("county_reviewer").get(page).status_code == 410
    other = page.replace(f"submission/{city.submission().pk}/", f"submission/{city.submission(SCHOOLS[1]).pk}/")
    assert city.client().get(other).status_code == 404


def test_expired(city: City) -> None:
    page = _page(city)
    for folder in staging.root().glob("*"):
        os.utime(folder, (time.time() - 4000,) * 2)
    for answer in (city.client().get(page), city.client().post(page)):
        assert answer.status_code == 410
        assert "重新上传" in answer.content.decode()


def test_somebody_was_quicker(city: City) -> None:
    first, second = _page(city), _page(city, book(rooms__books=3))
    client = city.client()
    client.post(first, {"checked": "yes"})
    assert "不能再确认" in client.get(second).content.decode()
    assert client.post(second, {"checked": "yes"}).status_code == 409
