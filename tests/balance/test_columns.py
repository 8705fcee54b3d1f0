"""Names of columns: ids, titles in both languages, and the columns a standard needs."""

import polars as pl
import pytest

from junheng.balance import InputError
from junheng.balance.columns import (
    VARIANTS,
    bare,
    bare_labels,
    header_faults,
    id_of,
    known_labels,
    matched,
    numbers,
    renamed,
    section_codes,
    title_of,
)
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


@pytest.mark.parametrize(
    ("label", "id_"),
    [
        ("教学仪器设备值（元）", "equipment_value_yuan"),
        ("教学仪器设备值 (单位：元)", "equipment_value_yuan"),
        ("学校（机构）标识码", "school_code"),
        ("管理主体代码", "county_code"),
        ("区县名称", "county"),
        ("骨干教师数", "backbone_teachers"),
        ("县级及以上骨干教师数", "backbone_teachers"),
        ("体育艺术教师数", "pe_art_teachers"),
        ("体育、艺术（美术、音乐）专任教师数", "pe_art_teachers"),
        ("学生数", "pupils"),
        ("在校学生数（人）", "pupils"),
        ("运动场地面积（㎡）", "sports_ground_area"),
        ("室内体育用房 面积(m²)", "indoor_sports_area"),
        ("School Code", "school_code"),
    ],
)
def test_names_that_offices_use(label: str, id_: str) -> None:
    assert id_of(label) == id_


@pytest.mark.parametrize(
    "label", ["教学仪器设备值（万元）", "教学仪器设备资产值（账面原值）", "在校学生数（女）", "运动场地面积（亩）"]
)
def test_another_unit_or_part_is_another_column(label: str) -> None:
    assert id_of(label) == label


def test_two_columns_of_one_meaning_are_both_named() -> None:
    faults = header_faults(matched(["学生数", "在校学生数（人）"], STANDARD), ["学生数", "在校学生数（人）"], STANDARD)
    (twice,) = [fault for fault in faults if fault.code == "column_twice"]
    assert "学生数、在校学生数（人）" in twice.what.zh


def test_no_two_labels_of_different_columns_are_bare_alike() -> None:
    labels = {**known_labels(), **VARIANTS}
    assert {bare_labels()[bare(name)] == id_ for name, id_ in labels.items()} == {True}
