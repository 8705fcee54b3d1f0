"""Blanks in sentences."""

import re

from hypothesis import given
from hypothesis import strategies as st

from junheng.publish.forms.phrases import BLANK, SLOT, blank, clause, fill, names

PHRASE = "全县教师{a.b}人，其中（持证{c}人），占比{d:1}%"


def test_a_full_phrase_is_rounded_officially() -> None:
    assert fill(PHRASE, {"a.b": 1234.5, "c": 0, "d": 99.95}).text == "全县教师1235人，其中（持证0人），占比100.0%"


def test_what_is_missing_stays_a_blank_line_and_is_named() -> None:
    phrase = fill(PHRASE, {"c": None, "d": 5})
    assert phrase.text == f"全县教师{BLANK}人，其中（持证{BLANK}人），占比5.0%"
    assert phrase.missing == (f"全县教师{BLANK}人", f"持证{BLANK}人）")


def test_words_fill_a_blank_as_they_are() -> None:
    assert fill("高中{senior}人", {"senior": "／"}).text == "高中／人"


def test_the_empty_form_and_the_names_it_asks_for() -> None:
    assert blank(PHRASE).count(BLANK) == 3
    assert names(PHRASE) == ("a.b", "c", "d")


def test_a_clause_reaches_to_the_next_stop() -> None:
    slots = list(SLOT.finditer("甲。乙{x}丙；丁{y}"))
    assert [clause("甲。乙{x}丙；丁{y}", slot) for slot in slots] == [f"乙{BLANK}丙", f"丁{BLANK}"]


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_a_known_value_leaves_no_blank(value: float, decimals: int) -> None:
    phrase = fill(f"甲{{x:{decimals}}}乙", {"x": value})
    assert not phrase.missing
    assert re.fullmatch(r"甲-?\d+(\.\d+)?乙", phrase.text)
