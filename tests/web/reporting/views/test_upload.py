"""Handing in by file, and the templates on offer."""

from io import BytesIO

import pytest
from django.conf import settings
from openpyxl import load_workbook
from pytest_django import Settings

from junheng.web.reporting.models import Version
from tests.web.people import COUNTY
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded


def _page(city: City) -> str:
    return f"/desk/submission/{city.submission().pk}/upload/"


def test_a_file_leads_to_its_preview(city: City) -> None:
    answer = city.client().post(_page(city), {"files": [uploaded(), uploaded(b"", "b.xlsx")], "revision": 1})
    assert answer.status_code == 302
    html = city.client().get(answer["Location"]).content.decode()
    assert "b.xlsx" in html
    assert "文件是空的" in html
    assert not Version.objects.everything("a test").exists()


def test_without_a_file_the_page_says_so(city: City) -> None:
    answer = city.client().post(_page(city), {"revision": 1})
    assert answer.status_code == 422
    assert "请选择至少一个文件" in answer.content.decode()


def test_an_old_page_is_stale(city: City) -> None:
    assert city.client().post(_page(city), {"files": [uploaded()], "revision": 9}).status_code == 409


def test_what_is_too_large_is_not_read(city: City, settings: Settings) -> None:
    settings.JUNHENG_UPLOAD_LIMIT = 1000
    assert city.client().post(_page(city), {"files": [uploaded()], "revision": 1}).status_code == 413


def test_an_upload_cut_off_is_a_bad_request_or_a_finding(city: City) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\n' + book()[:2000]
    answer = city.client().post(_page(city), body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code in {400, 409, 422}
    assert settings.VAR


@pytest.mark.parametrize("role", ["planner", "inspector", "finance"])
def test_who_only_sees_may_not_hand_in(city: City, role: str) -> None:
    assert city.client(role).get(_page(city)).status_code == 403
    assert city.client(role).post(_page(city), {"files": [uploaded()], "revision": 1}).status_code == 403


@pytest.mark.parametrize("role", ["other_reporter", "other_reviewer"])
def test_another_schools_reporter_does_not_find_it(city: City, role: str) -> None:
    assert city.client(role).get(_page(city)).status_code == 404


def test_templates_know_the_school(city: City) -> None:
    pk = city.submission().pk
    answer = city.client().get(f"/desk/submission/{pk}/template/form.xlsx")
    cells = {str(cell.value) for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row}
    assert {"2141000001", "样例小学1"} <= cells
    for wrong in ("county", "nothing"):
        assert city.client().get(f"/desk/submission/{pk}/template/{wrong}.xlsx").status_code == 404
    county = city.submission(COUNTY).pk
    assert city.client("county_reviewer").get(f"/desk/submission/{county}/template/county.xlsx").status_code == 200
