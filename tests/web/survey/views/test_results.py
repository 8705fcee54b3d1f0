"""Public results: nothing before the release; page and files agree and hide the same."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.release_survey import release_survey
from junheng.web.survey.models import Survey
from tests.web.people import People
from tests.web.survey.conftest import Fill


@pytest.fixture
def released(staff: People, survey: Survey, fill: Fill) -> Survey:
    fill(parents={"very": 40, "not": 15, "unknown": 9}, heads={"very": 3})
    close_survey(staff.actor("inspector"), survey.pk, revision=1)
    return release_survey(staff.actor("publisher"), survey.pk, revision=2)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_pages(client: Client, released: Survey, prefix: str) -> None:
    assert "金水区" in client.get(f"{prefix}/survey/results/").content.decode()
    html = client.get(f"{prefix}/survey/results/{released.pk}/").content.decode()
    assert ">*<" in html
    assert ">3<" not in html


def test_the_files_hide_the_same(client: Client, released: Survey) -> None:
    url = f"/survey/results/{released.pk}/?format="
    csv = client.get(url + "csv&table=satisfaction").content.decode("utf-8-sig")
    heads = next(line for line in csv.splitlines() if "校长" in line)
    assert "3" not in heads.split(",")
    assert client.get(url + "xlsx&table=satisfaction").content.startswith(b"PK")
    assert client.get(url + "exe").status_code == 404
    assert client.get(url + "csv&table=nothing").status_code == 404


def test_nothing_before_the_release(client: Client, staff: People, survey: Survey) -> None:
    assert client.get(f"/survey/results/{survey.pk}/").status_code == 404
    close_survey(staff.actor("inspector"), survey.pk, revision=1)
    assert client.get(f"/survey/results/{survey.pk}/").status_code == 404
    assert "还没有公布" in client.get("/survey/results/").content.decode()


def test_the_queries(client: Client, released: Survey, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.get("/survey/results/")
    with django_assert_max_num_queries(5):
        client.get(f"/survey/results/{released.pk}/")
