"""The coverage register: every article and every sentence has a row, and what a row says exists does exist."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from junheng.policy import PolicyError, load_standard
from junheng.policy.articles import Article, article, articles, read_articles

ROOT = Path(__file__).parents[2]


def test_all_23_articles_have_a_row_in_order() -> None:
    ids = [one.id for one in articles() if one.document.id == "education"]
    assert ids == [f"art-{number:02}" for number in range(1, 24)]


def test_the_housing_sentences_have_rows_in_order() -> None:
    ids = [one.id for one in articles() if one.document.id == "housing"]
    assert ids == [f"fund-{number:02}" for number in range(1, len(ids) + 1)]
    assert len(ids) >= 10


@pytest.mark.parametrize("row", articles(), ids=lambda row: row.id)
def test_what_a_row_names_exists(row: Article) -> None:
    for path in (*row.code, *row.tests, row.page):
        assert (ROOT / path).exists(), path
    law = load_standard("jiaodu-2017-6")
    known = {one.id for one in law.indicators} | {one.id for one in law.items}
    assert set(row.related) <= known


@pytest.mark.parametrize("row", articles(), ids=lambda row: row.id)
def test_a_status_is_borne_out(row: Article) -> None:
    if row.status == "planned":
        assert (row.today, row.code, row.tests) == (None, (), ())
    else:
        assert row.today
        assert row.code
        assert row.tests
    assert (row.planned is None) == (row.status == "complete")


def test_the_rows_that_do_something_today() -> None:
    doing = [one.id for one in articles() if one.status != "planned"]
    today = ["art-02", "art-03", "art-06", "art-07", "art-08", "art-11", "art-12", "art-13", "art-14", "art-17"]
    assert doing == today


def test_commitments_are_dated_as_the_document_dates_them() -> None:
    seats = {one.id: one for one in article("art-03").commitments}
    assert seats["primary-seats"].amount == Decimal(90000)
    assert seats["primary-seats"].by == date(2026, 12, 31)
    assert seats["class-size"].by == date(2026, 9, 1)
    assert article("art-03").document.since == date(2024, 1, 9)


def test_a_number_the_document_does_not_give_stays_unknown() -> None:
    (quota,) = article("fund-09").commitments
    assert quota.amount is None


DOCUMENT: dict[str, Any] = {
    "documents": {"d": {"title": "文件", "number": "一号", "issued": date(2024, 1, 1), "since": None}},
    "scopes": {"city": "全市"},
    "articles": [{"id": "a", "document": "d", "title": "一", "status": "planned", "planned": "以后"}],
}


def row(**changes: Any) -> dict[str, Any]:
    return {**DOCUMENT, "articles": [{**DOCUMENT["articles"][0], **changes}]}


def faults(document: Any) -> set[tuple[str, str]]:
    with pytest.raises(PolicyError) as caught:
        read_articles(document, "f")
    return {(fault.where.removeprefix("f › articles"), fault.code) for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "done"}, (" › a › status", "not_allowed")),
        ({"document": "x"}, (" › a › document", "not_allowed")),
        ({"status": "partial"}, (" › a › today", "no_text")),
        ({"planned": None}, (" › a › planned", "no_text")),
        ({"status": "complete", "today": "全部"}, (" › a › tests", "no_content")),
        ({"commitments": 5}, (" › a › commitments", "not_a_list")),
    ],
)
def test_a_bad_row_is_named(changes: dict[str, Any], expected: tuple[str, str]) -> None:
    assert expected in faults(row(**changes))


def test_a_bad_commitment_names_all_its_faults() -> None:
    bad = {"id": "c", "title": "承诺", "relation": "maybe", "amount": "many", "by": "soon", "scope": "moon"}
    at = " › a › commitments › c › "
    assert faults(row(commitments=[bad])) == {
        (at + "relation", "not_allowed"),
        (at + "amount", "not_a_number"),
        (at + "by", "not_a_date"),
        (at + "scope", "not_allowed"),
    }


def test_an_id_is_used_once() -> None:
    twice = {**DOCUMENT, "articles": DOCUMENT["articles"] * 2}
    assert faults(twice) == {("", "id_twice")}


def test_a_year_is_its_last_day() -> None:
    promise = {"id": "c", "title": "承诺", "relation": "deliver", "amount": None, "by": 2027, "scope": "city"}
    (loaded,) = read_articles(row(commitments=[promise]), "f")
    assert loaded.commitments[0].by == date(2027, 12, 31)
