"""Header texts made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.readers.labels import Names, matches, norm, paths, unit_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("其中：\n女", "女"),
        ("# 女", "女"),
        ("其中", "其中"),
        ("其中：", "其中"),
        ("　其中：进城务工人员 随迁子女", "进城务工人员随迁子女"),
        ("一、教学及辅助用房", "教学及辅助用房"),
        ("1.校舍建筑面积", "校舍建筑面积"),
        ("占地面积（平方米）", "占地面积"),
        ("教学仪器设备资产值(万元)", "教学仪器设备资产值"),
        ("２６-３０人", "26-30人"),
        ("25人及以下", "25人及以下"),
        ("66人及以上", "66人及以上"),
        ("县级以上骨干教师(小学)", "县级以上骨干教师(小学)"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_norm(text: str, label: str) -> None:
    assert norm(text) == label


@given(st.text(max_size=20))
def test_norm_settles(text: str) -> None:
    assert norm(norm(text)) == norm(norm(norm(text)))


@pytest.mark.parametrize(("text", "unit"), [("值（万元）", "万元"), ("面积 ( ㎡ )", "m2"), ("人数(小学)", None)])
def test_unit_of(text: str, unit: str | None) -> None:
    assert unit_of(text) == unit


def test_other_spellings_have_one_name() -> None:
    names = Names({"在校生数": ["在校学生数"]})
    assert names.of("在校 学生数（人）") == names.of("在校生数") == "在校生数"


def test_paths_leave_out_repeats_numbering_and_bare_words() -> None:
    rows: list[list[object]] = [
        ["名称", "占地面积", "占地面积"],
        ["名称", "其中", "其中"],
        ["名称", "绿化用地", "运动场地"],
        ["甲", "1", 2.0],
    ]
    assert paths(rows, Names({})) == [("名称",), ("占地面积", "绿化用地"), ("占地面积", "运动场地")]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (("计",), True),
        (("占地", "计"), True),
        (("条件", "占地", "计"), True),
        (("占地",), False),
        (("图书", "计"), False),
        (("占地", "条件", "计"), False),
        ((), False),
    ],
)
def test_matches(wanted: tuple[str, ...], fits: bool) -> None:
    assert matches(("条件", "占地", "计"), wanted) is fits
