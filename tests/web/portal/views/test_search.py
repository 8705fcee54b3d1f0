"""Search: by Chinese, pinyin, initials and code; the best first; paged; nothing hostile gets through."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal.actions.publish_city import publish_city
from tests.web import factories


@pytest.fixture
def many(db: None) -> None:
    names = ["重庆路小学", "实验小学", "实验小学北校区", "第二实验小学", "100%小学", "a_b小学"]
    schools = [factories.school(f"214100{at:04d}", school_name=name) for at, name in enumerate(names)]
    schools += [factories.school(f"214199{at:04d}", school_name=f"新华小学{at}") for at in range(70)]
    publish_city(
        [factories.city([factories.county(schools=schools, year=year)], year) for year in (2024, 2025)],
        snapshots={2024: "a", 2025: "b"},
        synthetic=True,
    )


def _titles(client: Client, question: str, **more: Any) -> list[str]:
    return [one.title for one in client.get("/search/", {"q": question, **more}).context["page"] if one.kind == "学校"]


@pytest.mark.parametrize("question", ["实验小学", "shiyanxiaoxue", "syxx"])
def test_exact_then_beginning_then_holding(many: None, client: Client, question: str) -> None:
    assert _titles(client, question) == ["实验小学", "实验小学北校区", "第二实验小学"]


@pytest.mark.parametrize("question", ["chongqinglu", "zhongqinglu", "cqlxx", "ＣＱＬＸＸ", "2141000000"])
def test_every_reading_and_the_code(many: None, client: Client, question: str) -> None:
    assert _titles(client, question) == ["重庆路小学"]


def test_a_sign_of_the_database_is_only_a_sign(many: None, client: Client) -> None:
    assert _titles(client, "100%") == ["100%小学"]
    assert _titles(client, "a_b") == ["a_b小学"]
    assert _titles(client, "%%%") == []


def test_counties_indicators_and_articles(many: None, client: Client) -> None:
    for question, kind in (("jinshui", "区县"), ("L5", "指标"), ("art-03", "条文")):
        found = client.get("/search/", {"q": question}).context["page"]
        assert kind in {one.kind for one in found}


def test_pages(many: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):
        first = client.get("/search/", {"q": "新华"})
    assert "找到 70 条" in first.content.decode()
    assert "第 1 / 3 页" in first.content.decode()
    seen = [title for page in (1, 2, 3) for title in _titles(client, "新华", page=page)]
    assert len(set(seen)) == 70
    assert _titles(client, "新华", page="99") == _titles(client, "新华", page=3)
    assert _titles(client, "新华", page="x") == _titles(client, "新华", page=1)


@pytest.mark.parametrize(
    "question", ["", " ", "x", "'; DROP TABLE--", "<script>alert(1)</script>", "长" * 5000, "\\", "|", "🙂"]
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_anything_may_be_asked(many: None, client: Client, question: str, prefix: str) -> None:
    answer = client.get(f"{prefix}/search/", {"q": question})
    assert answer.status_code == 200
    assert b"<script" not in answer.content


def test_without_a_question_nothing_is_looked_up(
    many: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get("/search/")


def test_an_empty_site(db: None, client: Client) -> None:
    assert "L5" in client.get("/search/?q=L5").content.decode()
