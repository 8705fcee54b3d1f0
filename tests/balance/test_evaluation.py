"""The answer to an evaluation: JSON, the rows behind it, explanations and the notebook."""

from math import fsum
from typing import Any

import pandas as pd
import pytest

from junheng.balance import Evaluation, evaluate
from junheng.policy import load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")


def found() -> Evaluation:
    rows = [school("2", 300, equipment_value_yuan=300_000.0), school("1"), school("9", section="junior")]
    return evaluate(table(*rows, {**school("3", 100), "backbone_teachers": None}), STANDARD)


def test_json_lists_schools_by_code_with_reasons_in_both_languages() -> None:
    county = found().to_dict()["counties"][0]
    assert [one["school_code"] for one in county["schools"]] == ["1", "2", "3"]
    _, failing, open_ = county["schools"]
    assert failing["reasons"] == [
        "生均教学仪器设备值1000元/生，低于要求2000，未达到余项底线1700",
        "7项指标中6项达标",
    ]
    assert len(failing["reasons_en"]) == 2
    assert (open_["passes"], open_["reasons"]) == (
        None,
        ["每百名学生拥有县级以上骨干教师数：数据未上报或不可计算，未评定"],
    )
    assert county["passes"] is None


def test_the_table_of_schools_has_values_and_verdicts() -> None:
    columns = found().schools.columns
    assert columns[:3] == ["county_code", "section", "year"]
    assert {"L1", "L1_met", "met", "passes", "pupils"} <= set(columns)
    assert not [name for name in columns if name.startswith("__")]


def test_an_indicator_opens_to_shares_that_sum_to_one() -> None:
    tree = found().explain("410105", "primary", "L6")
    shares: list[Any] = [one.value for one in tree.children[2:]]
    assert fsum(shares) == pytest.approx(1)
    assert tree.children[2].title.zh == "2"
    assert tree.children[2].children[0].facts[0].value == 300_000.0


def test_a_school_opens_to_its_columns() -> None:
    tree = found().explain("410105", "primary", "L4", school_code="1")
    assert (tree.value, tree.margin) == (7.0, 2.5)
    assert [one.field for one in tree.facts] == ["teaching_area", "indoor_sports_area", "pupils"]


def test_what_is_not_there_cannot_be_explained() -> None:
    with pytest.raises(KeyError):
        found().explain("410105", "primary", "L4", school_code="77")


def test_explaining_works_on_other_engines_too() -> None:
    other = evaluate(pd.DataFrame([school("1"), school("2", 300, equipment_value_yuan=1.0)]), STANDARD)
    assert other.explain("410105", "primary", "L6").children[2].title.zh == "2"
