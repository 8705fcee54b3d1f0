"""Findings: where, what, rule and remedy, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.findings import Finding, Outcome, Place, column_letters


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_as_excel_names_them(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(st.integers(1, 20000))
def test_letters_count_in_base_26_without_zero(column: int) -> None:
    number = 0
    for letter in column_letters(column):
        number = number * 26 + ord(letter) - 64
    assert number == column


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (
            Place("甲.xlsx", "表", 7, 2, "人数"),
            "文件 甲.xlsx 工作表 表 单元格 B7 「人数」",
            'file 甲.xlsx sheet 表 cell B7 "人数"',
        ),
        (Place("甲.xlsx", "表", 7), "文件 甲.xlsx 工作表 表 行 7", "file 甲.xlsx sheet 表 row 7"),
        (Place("甲.xlsx", "表", None, 3), "文件 甲.xlsx 工作表 表 列 C", "file 甲.xlsx sheet 表 column C"),
        (Place("甲.xlsx"), "文件 甲.xlsx", "file 甲.xlsx"),
        (Place("", "表", 7), "工作表 表 行 7", "sheet 表 row 7"),
    ],
)
def test_a_place_in_words(place: Place, zh: str, en: str) -> None:
    assert (place.in_("zh"), place.in_("en")) == (zh, en)


def test_values_fill_the_message() -> None:
    finding = Finding("form_without_code", Outcome.REJECTED, Place("f.xlsx"), {"header": "学校代码"})
    assert "“学校代码”" in finding.what()
    assert '"学校代码"' in finding.what("en")
    assert finding.to_dict()["outcome"] == "rejected"
    assert finding.to_dict()["fix"]["en"].startswith("Enter the code")


def test_an_unknown_code_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        Finding("no_such_message", Outcome.WARNED, Place("f")).what()
