"""Formulas are written from the standard's own columns."""

from dataclasses import replace

from django.utils.translation import override

from junheng.web.portal.formulas import formula
from tests.web.factories import STANDARD


def test_a_difference_over_pupils() -> None:
    assert formula(STANDARD.indicator("L4")) == "(教学及辅助用房面积 − 室内体育用房面积) ÷ 在校学生数"


def test_per_hundred() -> None:
    assert formula(STANDARD.indicator("L7")).endswith("÷ 在校学生数 × 100")


def test_a_ratio_names_the_columns_of_its_table_in_the_page_language() -> None:
    (ratio,) = STANDARD.item("G14").ratios
    with override("en"):
        assert formula(ratio) == "Places allotted to junior schools ÷ Places of good senior schools × 100"


def test_a_sum_without_denominator_stands_alone() -> None:
    assert formula(STANDARD.item("G2").ratios[0]) == "规定的小学生均公用经费标准"


def test_a_column_of_a_users_own_standard_keeps_its_id() -> None:
    own = replace(STANDARD.indicator("L7"), numerator={"pianos": 2.0, "flutes": -1.0}, per=1)
    assert formula(own) == "(2 × pianos − flutes) ÷ 在校学生数"
