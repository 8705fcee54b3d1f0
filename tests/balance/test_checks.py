"""Each problem is found where it is, with examples, and named once."""

import polars as pl
import pytest

from junheng.balance import InputError, evaluate
from junheng.policy import load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")


def faults(frame: pl.DataFrame) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        evaluate(frame, STANDARD)
    return {fault.code: fault.in_("zh") for fault in caught.value.faults}


def test_text_is_shown_with_its_school() -> None:
    found = faults(table(school("甲校", pe_art_teachers="三名"), school("乙校")))
    assert "甲校 三名" in found["text_in_number"]


def test_at_most_five_examples_are_shown_and_all_are_counted() -> None:
    rows = [{**school(f"s{at}"), "pupils": -1.0} for at in range(9)]
    message = faults(table(*rows))["negative_number"]
    assert "9 个数" in message
    assert message.count("-1.0") == 5


def test_repeated_schools_are_named_with_section_and_year() -> None:
    assert "s1 primary 2024" in faults(table(school("s1"), school("s1")))["duplicate_school"]


def test_the_same_school_in_another_section_or_year_is_no_repetition() -> None:
    frame = table(school("s1"), school("s1", section="junior"), {**school("s1"), "year": 2023})
    assert evaluate(frame, STANDARD).schools.height == 3


@pytest.mark.parametrize("column", ["county_code", "section", "school_code"])
@pytest.mark.parametrize("blank", ["", None])
def test_a_blank_key_is_counted(column: str, blank: str | None) -> None:
    message = faults(table(school("s1"), {**school("s2"), column: blank}))["blank_key"]
    assert column in message
    assert "1 行" in message


def test_true_and_false_are_no_counts() -> None:
    assert "text_in_number" in faults(table(school("s1")).with_columns(pupils=pl.lit(value=True)))


@pytest.mark.parametrize("year", [0, -3, 20240, 999])
def test_a_year_has_four_digits(year: int) -> None:
    assert str(year) in faults(table({**school("s1"), "year": year}))["not_a_year"]
