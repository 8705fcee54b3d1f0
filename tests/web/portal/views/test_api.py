"""The JSON twins: what the pages show, in full precision."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.publish.rounding import AVERAGE, DISPERSION, shown
from tests.web.conftest import NASTY

CITY, COUNTY = "/api/2025/city.json", "/api/2025/county/410105.json"


def test_the_city_holds_every_county_in_order(published: None, client: Client) -> None:
    city = client.get(CITY).json()
    assert [one["county_code"] for one in city["counties"]] == ["410105", "ZDXQ"]
    assert (city["year"], city["synthetic"], city["standard"]) == (2025, True, "jiaodu-2017-6")


def test_the_city_tells_what_the_city_page_tells(published: None, client: Client) -> None:
    states = [one["state"] for one in client.get(CITY).json()["counties"]]
    html = client.get("/2025/").content.decode()
    assert f"{len(states)} 个区县（开发区）中 <em>{states.count('met')}</em> 个达标" in html


def test_a_missing_value_is_null_and_a_school_without_verdict_has_none(published: None, client: Client) -> None:
    county = client.get(COUNTY).json()
    school = next(one for one in county["schools"] if one["school_code"] == "2141000003")
    assert school["values"]["L6"] is None
    assert school["passes"] is None
    assert len(county["indicators"]) == 14


def test_every_dispersion_and_mean_is_the_one_on_the_page(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/").content.decode()
    for one in client.get(COUNTY).json()["indicators"]:
        link = f'/2025/county/410105/{one["section"]}/{one["indicator"]}/">'
        written = re.findall(re.escape(link) + "([^<]*)<", html)
        assert written == [shown(one["mean"], AVERAGE, thousands=True), shown(one["dispersion"], DISPERSION)]


def test_every_value_of_every_school_is_the_one_on_the_page(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/").content.decode()
    for school in client.get(COUNTY).json()["schools"]:
        for indicator, value in school["values"].items():
            link = f'/2025/school/{school["school_code"]}/{school["section"]}/{indicator}/">'
            assert f"{link}{shown(value, AVERAGE, thousands=True)}<" in html


def test_a_hostile_name_is_whole_and_typed_as_data(published: None, client: Client) -> None:
    answer = client.get(COUNTY)
    assert answer["Content-Type"] == "application/json"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert NASTY in {one["school_name"] for one in answer.json()["schools"]}


@pytest.mark.parametrize(("path", "queries"), [(CITY, 2), (COUNTY, 3)])
def test_pinned_queries(
    published: None, client: Client, path: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize("path", ["/api/1999/city.json", "/api/2025/county/1.json", "/api/2025/county/%00.json"])
def test_what_is_not_there(published: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [CITY, COUNTY])
def test_reading_only(published: None, client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
