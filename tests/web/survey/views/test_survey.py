"""One survey on the desk, from codes to release."""

from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.web.survey.models import Batch, Code, Survey
from tests.web.evidence.files import upload
from tests.web.people import People
from tests.web.survey.conftest import Codes
from tests.web.survey.test_paper_form import GOOD, workbook


def test_the_whole_life(staff: People, survey: Survey, tmp_path: Path) -> None:
    client, url = staff.client("inspector"), f"/desk/surveys/{survey.pk}/"
    sheet = client.post(url, {"do": "codes", "group": "parents", "size": "5", "format": "xlsx", "label": "=1+1"})
    assert sheet["Content-Disposition"].startswith("attachment")
    assert "no-store" in sheet["Cache-Control"]
    assert Code.objects.everything("test").count() == 5
    batch = Batch.objects.everything("test").get()
    assert client.post(url, {"do": "void", "batch": batch.pk}).status_code == 302
    file = upload("纸质.xlsx", workbook(tmp_path, GOOD))
    read = client.post(url, {"do": "paper", "label": "一中", "file": file}, follow=True)
    assert "50份" in read.content.decode()
    talks = {"do": "talks", "revision": 1, "people-parents": "3", "satisfied-parents": "2", "people-heads": ""}
    assert client.post(url, talks).status_code == 302
    assert client.post(url, {"do": "close", "revision": 1}).status_code == 409
    assert client.post(url, {"do": "close", "revision": 2}).status_code == 302
    closed = client.get(url).content.decode()
    assert "等待发布员" in closed
    assert client.get(url + "?format=csv&table=satisfaction").status_code == 200
    assert client.post(url, {"do": "release", "revision": 3}).status_code == 403
    publisher = staff.client("publisher")
    assert "公布结果" in publisher.get(url).content.decode()
    assert publisher.post(url, {"do": "release", "revision": 3}).status_code == 302


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"do": "codes", "group": "parents", "size": "x", "format": "pdf"}, 422),
        ({"do": "codes", "group": "parents", "size": "5", "format": "docx"}, 422),
        ({"do": "paper", "label": ""}, 422),
        ({"do": "talks", "revision": 1, "people-parents": "1", "satisfied-parents": "2"}, 422),
        ({"do": "void", "batch": "1"}, 409),
        ({"do": "drop"}, 404),
        ({}, 404),
    ],
)
def test_bad_input(staff: People, survey: Survey, given: dict[str, str], status: int) -> None:
    assert staff.client("inspector").post(f"/desk/surveys/{survey.pk}/", given).status_code == status
    assert not Code.objects.everything("test").exists()


def test_results_are_nobodys_before_the_end(staff: People, survey: Survey, made: Codes) -> None:
    answer = staff.client("inspector").get(f"/desk/surveys/{survey.pk}/?format=csv&table=satisfaction")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("role", "see", "change"),
    [("county_reviewer", 200, 403), ("other_reviewer", 404, 404), ("planner", 403, 403), ("publisher", 200, 403)],
)
def test_the_wrong_people(staff: People, survey: Survey, role: str, see: int, change: int) -> None:
    client, url = staff.client(role), f"/desk/surveys/{survey.pk}/"
    assert client.get(url).status_code == see
    assert client.post(url, {"do": "close", "revision": 1}).status_code == change


def test_the_template_for_paper(staff: People, survey: Survey) -> None:
    url = f"/desk/surveys/{survey.pk}/paper.xlsx"
    assert staff.client("inspector").get(url).content.startswith(b"PK")
    assert staff.client("county_reviewer").get(url).status_code == 403


def test_the_queries(
    staff: People, survey: Survey, made: Codes, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made("parents", 3)
    made("students", 3)
    client = staff.client("inspector")
    with django_assert_max_num_queries(14):
        client.get(f"/desk/surveys/{survey.pk}/")
