"""Names of columns: ids, titles in both languages, and the columns a standard needs."""

import polars as pl
import pytest

from junheng.balance import InputError
from junheng.balance.columns import known_labels, numbers, renamed, section_codes, title_of
from junheng.balance.kinds import take
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")


def test_every_unit_column_is_known_by_id_and_both_titles() -> None:
    for one in UNIT_COLUMNS:
        assert {known_labels()[name] for name in (one.id, one.title.zh, one.title.en)} == {one.id}


@pytest.mark.parametrize(("label", "id_"), [("图书册数", "books"), ("教学用计算机台数", "computers")])
def test_facts_beyond_the_unit_columns_are_known_by_title(label: str, id_: str) -> None:
    assert known_labels()[label] == id_


def test_a_standard_needs_pupils_and_its_indicators_columns() -> None:
    assert set(numbers(STANDARD)) == {one.id for one in UNIT_COLUMNS if one.type == "float"}


def test_columns_that_are_not_needed_are_left_aside() -> None:
    frame, _ = take(pl.DataFrame({" 在校学生数 ": [1], "extra": [2]}))
    found, kept, faults = renamed(frame, [" 在校学生数 ", "extra"], STANDARD)
    assert (kept, found.collect_schema().names()) == (["pupils"], ["pupils"])
    assert {fault.code for fault in faults} == {"missing_column"}


def test_sections_are_known_by_code_and_titles() -> None:
    assert (section_codes()["小学"], section_codes()["junior"]) == ("primary", "junior")


def test_a_users_own_column_is_called_by_its_id() -> None:
    assert title_of("my_column").zh == "my_column"


def test_a_table_without_any_known_column_is_told_which_are_missing() -> None:
    frame, _ = take(pl.DataFrame({"a": [1]}))
    with pytest.raises(InputError) as caught:
        renamed(frame, ["a"], STANDARD)
    assert {fault.code for fault in caught.value.faults} == {"missing_column"}
    assert "school_code" in str(caught.value)
