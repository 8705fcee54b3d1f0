"""Pieces of explanations."""

from datetime import date

from junheng.balance.columns import title_of
from junheng.balance.explain_parts import margin, threshold, value_formula, words
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")
RULES = STANDARD.rules(date(2024, 9, 1))


def test_a_threshold_carries_its_date_sentence_and_confidence() -> None:
    found = threshold(RULES, "G2.primary")
    assert found is not None
    assert (found.value, found.since, found.confidence) == (720.0, date(2023, 1, 1), "high")
    assert threshold(RULES, None) is None


def test_the_margin_is_positive_on_the_good_side() -> None:
    assert margin(5.0, 4.0, higher=True) == 1.0
    assert margin(5.0, 4.0, higher=False) == -1.0
    assert margin(None, 4.0, higher=True) is None


def test_formulas_are_in_words() -> None:
    assert (
        value_formula(STANDARD.indicator("L4"), title_of).zh
        == "（教学及辅助用房面积 − 室内体育用房面积）÷（在校学生数）"
    )
    assert value_formula(STANDARD.indicator("L2"), title_of).en == "100 × (Backbone teachers) ÷ (Pupils)"
    assert words({"pupils": 0.5}, title_of).zh == "0.5×在校学生数"
    assert words({}, title_of).zh == "1"
