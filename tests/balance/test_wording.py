"""A county's reasons in words."""

from junheng.balance import judge
from junheng.policy import load_standard
from tests.balance.city import COUNTY, DENSE, SMALL, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def test_failing_dispersions_and_items_are_named_with_their_numbers() -> None:
    tables = sound()
    row_of(tables, "money", SMALL).update(equipment_value_yuan=80 * 3_000_000.0)
    row_of(tables, "counties", COUNTY).update(special_funds_yuan=1.0)
    reasons = [one.zh for one in judge(facts_of(tables), STANDARD).counties[0].reasons]
    assert any(one.startswith("小学生均教学仪器设备值差异系数") and one.endswith("高于0.5") for one in reasons)
    assert "G7 特殊教育学校生均公用经费不低于8000元：未达标" in reasons


def test_a_mean_of_zero_is_said() -> None:
    tables = sound()
    for row in tables["money"]:
        row["equipment_value_yuan"] = 0.0
    county = judge(facts_of(tables), STANDARD).counties[0]
    assert "小学生均教学仪器设备值平均值为0，差异系数不可计算" in [one.zh for one in county.reasons]
    assert {one.dispersion for one in county.indicators if one.indicator == "L6"} == {None}


def test_missing_facts_name_school_and_section() -> None:
    tables = sound()
    row_of(tables, "teachers", DENSE).update(backbone_teachers=None)
    missing = [one.zh for one in judge(facts_of(tables), STANDARD).counties[0].missing]
    assert missing[:-1] == ["学校14（小学）：每百名学生拥有县级以上骨干教师数：县级以上骨干教师数未上报，未评定"]
    assert "截止日未查到" in missing[-1]
