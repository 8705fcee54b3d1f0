"""The school: its years side by side, its sections apart, the reason when it does not count."""

import pytest
from django.test import Client

from junheng.web.portal.actions.publish_city import publish_city
from tests.web import factories, tiny
from tests.web.portal.conftest import Frozen


def test_a_school_that_does_not_count_says_why(published: None, client: Client) -> None:
    assert "不足50人" in client.get("/school/2141000009/").content.decode()


def test_the_school_says_who_it_is(city: Frozen, client: Client) -> None:
    assert "<dt>办学类型</dt><dd>小学</dd>" in client.get(f"/school/{tiny.CODES[0]}/").content.decode()


def test_every_year_has_a_column_oldest_first_and_every_value_a_link(published: None, client: Client) -> None:
    answer = client.get("/school/2141000002/")
    (section,) = answer.context["sections"]
    assert [one.county.edition.year for one in section["years"]] == [2024, 2025]
    html = answer.content.decode()
    for year in (2024, 2025):
        for one in factories.STANDARD.indicators:
            assert f'href="/{year}/school/2141000002/primary/{one.id}/"' in html


def test_two_sections_of_one_school_stand_apart(db: None, client: Client) -> None:
    both = (factories.school("3441000001"), factories.school("3441000001", "junior"))
    publish_city([factories.city([factories.county(schools=both)])], snapshots={2025: "a"}, synthetic=True)
    assert [one["id"] for one in client.get("/school/3441000001/").context["sections"]] == ["primary", "junior"]


def test_the_reasons_of_a_year_are_under_its_name(published: None, client: Client) -> None:
    assert "sports area 4.00, below 7.5" in client.get("/en/school/2141000002/").content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("code", ["0000000000", "%3Cscript%3E", "%00", "' OR 1=1 --"])
def test_there_is_no_other(published: None, client: Client, prefix: str, code: str) -> None:
    assert client.get(f"{prefix}/school/{code}/").status_code == 404
