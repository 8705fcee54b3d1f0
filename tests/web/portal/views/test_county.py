"""The county: why, what is missing, who is left out; tables and charts of the same numbers."""

import re

import pytest
from django.test import Client

from junheng.publish.rounding import DISPERSION, shown
from junheng.web.portal.models import County
from tests.web.portal.conftest import COUNTY, Frozen


def test_the_county_says_why_what_is_missing_and_who_is_left_out(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/").content.decode()
    for words in ("1所学校未达标", "运动场馆 4.00，低于 7.5", "河湾教学点", "4.00</a><i>✗</i>", "—</a><i>?</i>"):
        assert words in html


def test_a_bar_has_the_number_of_its_table(published: None, client: Client) -> None:
    context = client.get("/2025/county/410105/").context
    for section in context["sections"]:
        assert len(section["results"]) == 7
        for one in section["results"]:
            label = shown(one["dispersion"], DISPERSION) if one["dispersion"] is not None else "未上报或无法计算"
            assert label in section["chart"]


def test_a_margin_is_the_limit_less_the_dispersion(published: None, client: Client) -> None:
    for section in client.get("/2025/county/410105/").context["sections"]:
        for one in section["results"]:
            known = one["dispersion"] is not None
            assert one["margin"] == (one["limit"] - one["dispersion"] if known else None)


def test_only_schools_that_fall_short_are_listed_as_failing(published: None, client: Client) -> None:
    assert [one.code for one in client.get("/2025/county/410105/").context["failing"]] == ["2141000002"]


@pytest.mark.parametrize(
    ("query", "shown_", "total"),
    [("", 4, 4), ("section=junior", 1, 4), ("show=failing", 2, 4), ("name=北岗", 1, 4), ("section=nowhere", 0, 4)],
)
def test_the_filter_narrows_and_says_by_how_much(
    published: None, client: Client, query: str, shown_: int, total: int
) -> None:
    answer = client.get(f"/2025/county/410105/?{query}")
    assert (answer.context["shown"], answer.context["total"]) == (shown_, total)
    assert f"显示 {shown_} / {total}" in answer.content.decode()


def test_a_filter_narrows_the_table_and_not_the_verdict(published: None, client: Client) -> None:
    whole, narrow = (client.get(f"/2025/county/410105/{query}").context for query in ("", "?section=junior"))
    assert whole["county"].summary == narrow["county"].summary
    assert len(whole["failing"]) == len(narrow["failing"]) == 1


def test_a_hostile_search_is_only_text(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/", {"name": '"><script>x</script>', "sort": "L5"}).content.decode()
    assert "<script>" not in html
    assert "没有符合条件的学校" in html


def test_the_2012_standard_stands_beside(city: Frozen, client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    assert "教督〔2012〕3号" in html
    assert "综合差异系数" in html


def test_no_other_standard_is_beside_when_none_was_published(published: None, client: Client) -> None:
    assert 'id="beside"' not in client.get("/2025/county/410105/").content.decode()


def test_the_trend_has_a_column_for_every_year(three_years: list[Frozen], client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    trend = html[html.index('<section id="trend">') :]
    assert re.findall(r'href="/(\d{4})/county/', trend)[:3] == ["2023", "2024", "2025"]


@pytest.mark.parametrize("path", ["/2025/county/410199/", "/2023/county/410105/", "/2025/county/%3Cb%3E/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_not_published(published: None, client: Client, path: str, prefix: str) -> None:
    assert client.get(prefix + path).status_code == 404


@pytest.mark.parametrize(("state", "said"), [("met", True), ("not_judged", False)])
def test_without_a_reason_only_what_is_met_is_called_met(
    published: None, client: Client, state: str, said: bool
) -> None:
    here = County.objects.get(code="410105", edition__year=2025)
    here.state, here.summary = state, here.summary | {"reasons": []}
    here.save()
    html = client.get("/2025/county/410105/").content.decode()
    assert ("各项均达标" in html) is said
    assert ("还有项目未评定" in html) is not said
