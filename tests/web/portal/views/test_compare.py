"""Compare: up to four places, added and removed by links, differences told by a sign, files of the same table."""

import pytest
from django.test import Client


def test_two_counties(published: None, client: Client) -> None:
    answer = client.get("/compare/?year=2025&a=410105&b=ZDXQ")
    html = answer.content.decode()
    assert [one["name"] for one in answer.context["chosen"]] == ["金水区", "郑东新区"]
    assert '<span role="img" aria-label="不同">≠</span>' in html
    assert 'href="?year=2025&amp;a=ZDXQ"' in html
    assert "移去 金水区" in html


def test_schools(published: None, client: Client) -> None:
    answer = client.get("/compare/?year=2025&a=2141000001.primary&b=2141000002.primary")
    assert len(answer.context["chosen"]) == 2
    assert "<script>" not in answer.content.decode()


def test_one_is_enough_and_none_offers_all(published: None, client: Client) -> None:
    assert len(client.get("/compare/").context["more"]) == 2
    assert len(client.get("/compare/?a=410105&b=410105").context["chosen"]) == 1


def test_the_file_is_of_the_same_table(published: None, client: Client) -> None:
    content = client.get("/compare/?a=410105&b=ZDXQ&format=csv").content.decode("utf-8-sig")
    assert content.splitlines()[0].startswith("time_period,geographic_level")
    assert client.get("/compare/?a=410105&format=exe").status_code == 404


@pytest.mark.parametrize(
    "query", ["a=<b>", "a=x.y.z", "year=abcd", "year=２０２５", "a=" + "9" * 900, "a=.", "c=410105"]
)
def test_anything_may_be_asked(published: None, client: Client, query: str) -> None:
    assert client.get(f"/compare/?{query}").status_code == 200


def test_a_year_that_is_not_published(published: None, client: Client) -> None:
    assert client.get("/compare/?year=1999&a=410105").status_code == 404


def test_an_empty_site(db: None, client: Client) -> None:
    assert client.get("/compare/").status_code == 200
