"""The city: the headline counts the counties, the map and the table name each of them."""

from dataclasses import replace

import pytest
from django.test import Client

from junheng.policy import Text
from junheng.web.portal.actions.publish_city import publish_city
from tests.web import factories


def test_the_headline_counts_the_counties(published: None, client: Client) -> None:
    html = client.get("/").content.decode()
    assert "2025—2026学年 2 个区县（开发区）中 <em>1</em> 个达标" in html
    assert "示意图，非行政区划界线" in html
    assert "2025–2026: <em>1</em> of 2 counties and zones meet" in client.get("/en/").content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_county_is_in_the_map_and_in_the_table(published: None, client: Client, prefix: str) -> None:
    html = client.get(f"{prefix}/").content.decode()
    for code in ("410105", "ZDXQ"):
        assert html.count(f'href="{prefix}/2025/county/{code}/"') >= 2


def test_the_start_page_is_the_newest_year(published: None, client: Client) -> None:
    assert client.get("/").context["edition"].year == 2025
    assert client.get("/2024/").context["edition"].year == 2024


def test_the_counts_are_those_of_the_table(published: None, client: Client) -> None:
    context = client.get("/").context
    assert context["counts"] == {"met": 1, "not_met": 1, "not_judged": 0}
    assert sum(context["counts"].values()) == len(context["counties"])


def test_without_geometry_there_is_a_table_and_no_map(db: None, client: Client) -> None:
    publish_city([factories.city()], snapshots={2025: "a"}, synthetic=False)
    html = client.get("/").content.decode()
    assert 'id="city-map"' not in html
    assert 'href="/2025/county/410105/"' in html
    assert 'class="synthetic"' not in html


def test_an_empty_site_says_how_to_fill_it(db: None, client: Client) -> None:
    assert "junheng demo" in client.get("/").content.decode()
    assert client.get("/2025/").status_code == 404
    assert client.get("/indicators/").status_code == 200


def test_a_long_reason_is_written_whole(db: None, client: Client) -> None:
    reason = "G4 " + "学校规模超过规定，" * 20
    county = replace(factories.county(), reasons=(Text(reason, "long " * 40 + "end"),))
    publish_city([factories.city([county])], snapshots={2025: "a"}, synthetic=True)
    assert reason in client.get("/").content.decode()
    assert "long " * 40 + "end" in client.get("/en/").content.decode()
