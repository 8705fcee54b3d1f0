"""The articles: every one has its row and page, in both languages, with neighbours and related indicators."""

import pytest
from django.test import Client

from junheng.policy.articles import Article, articles

ROWS = articles()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_article_is_on_the_list(db: None, client: Client, prefix: str) -> None:
    html = client.get(f"{prefix}/articles/").content.decode()
    assert all(f'href="{prefix}/articles/{one.id}/"' in html for one in ROWS)


def test_the_tally_counts_every_article_once(db: None, client: Client) -> None:
    counts = client.get("/articles/").context["counts"]
    assert sum(counts.values()) == len(ROWS)


@pytest.mark.parametrize("one", ROWS[::4], ids=lambda one: one.id)
def test_an_article_shows_each_of_its_commitments(db: None, client: Client, one: Article) -> None:
    html = client.get(f"/articles/{one.id}/").content.decode()
    assert one.title.zh in html
    assert html.count('<th scope="row">') == len(one.commitments)


def test_the_pager_walks_from_the_first_to_the_last(db: None, client: Client) -> None:
    first, last = (client.get(f"/articles/{one.id}/").content.decode() for one in (ROWS[0], ROWS[-1]))
    assert ('rel="prev"' in first, 'rel="next"' in first) == (False, True)
    assert ('rel="prev"' in last, 'rel="next"' in last) == (True, False)
    assert f'rel="next" href="/articles/{ROWS[1].id}/"' in first


def test_related_indicators_lead_to_their_pages(db: None, client: Client) -> None:
    for one in (row for row in ROWS if row.related):
        for name, _title in client.get(f"/articles/{one.id}/").context["related"]:
            assert client.get(f"/indicators/{name}/").status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_there_is_no_other(db: None, client: Client, prefix: str) -> None:
    assert client.get(f"{prefix}/articles/art-99/").status_code == 404


def test_code_and_tests_are_folded_away(db: None, client: Client) -> None:
    one = next(row for row in ROWS if row.tests)
    html = client.get(f"/articles/{one.id}/").content.decode()
    before, _mark, after = html.partition('<details class="dev"><summary>')
    assert one.tests[0] not in before
    assert one.tests[0] in after.partition("</details>")[0]
