"""The law written out: what is not known says so, amounts as the document means them."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from junheng.policy.articles import Commitment, articles
from junheng.web.portal.templatetags import law
from tests.web.factories import STANDARD


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "未知"),
        (True, "是"),
        (False, "否"),
        (Decimal("7.50"), "7.5"),
        (Decimal(100), "100"),
        (Decimal("0.00"), "0"),
        ("2025-01-01", "2025-01-01"),
    ],
)
def test_a_dated_value(value: Any, words: str) -> None:
    assert law.law_value(value) == words


def test_what_is_not_known_is_said_in_both_languages() -> None:
    with override("en"):
        assert law.law_value(None) == "unknown"


def test_the_thresholds_of_every_indicator_are_those_of_the_law() -> None:
    for one in STANDARD.indicators:
        shown = law.parameter_value(STANDARD, one.limit)
        for section, name in one.limit.items():
            assert Decimal(shown[section]) == STANDARD.parameters[name].values[-1].value


@pytest.mark.parametrize(("id_", "words"), [("art-07", "第7条"), ("fund-01", "1"), ("art-x", "art-x")])
def test_the_number_of_an_article(id_: str, words: str) -> None:
    assert law.article_number(id_) == words


def test_a_coverage_has_its_colour_and_word() -> None:
    assert law.coverage("planned") == '<span class="badge planned">计划中</span>'


def _commitment(**changes: Any) -> Commitment:
    some = next(one for article in articles() for one in article.commitments)
    return replace(some, **changes)


@pytest.mark.parametrize(
    ("relation", "amount", "unit", "words"),
    [
        ("at_least", Decimal(200), "所", "不少于 200 所"),
        ("exactly", Decimal("0.50"), "", "0.5"),
        ("at_least", None, "所", "未给出数量"),
        ("never_falls", None, "", "只增不减"),
    ],
)
def test_a_promise(relation: str, amount: Decimal | None, unit: str, words: str) -> None:
    assert law.promise(_commitment(relation=relation, amount=amount, unit=unit)) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [("个", "more than 90,000"), ("所", "more than 90,000 schools"), ("人次", "more than 90,000 attendances")],
)
def test_a_promise_in_english_has_no_chinese_counter(unit: str, words: str) -> None:
    with override("en"):
        assert law.promise(_commitment(relation="more_than", amount=Decimal(90000), unit=unit)) == words


def test_no_commitment_has_a_chinese_word_in_english() -> None:
    with override("en"):
        for article in articles():
            for one in article.commitments:
                assert not re.search(r"[一-鿿]", law.promise(one) + one.title.en + one.scope.en), one.id


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_commitment_of_the_documents_can_be_written(language: str) -> None:
    with override(language):
        for article in articles():
            for one in article.commitments:
                assert law.promise(one)
                assert "%" not in law.promise(one).replace(f" {one.unit}", "")


def test_a_formula_is_the_one_in_words() -> None:
    assert law.formula(STANDARD.indicator("L7")).endswith("÷ 在校学生数 × 100")
