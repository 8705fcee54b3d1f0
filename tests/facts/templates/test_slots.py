"""Slots: the names of places in a template, and finding them again by these names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.contracts import contract
from junheng.facts.templates.slots import SCHOOL_TABLES, WHOLE, Slot, by_header, fold, parts, school_slots, table_slots


def test_headers_are_unambiguous() -> None:
    headers = [fold(slot.header) for slot in school_slots()]
    assert len(headers) == len(set(headers))


@pytest.mark.parametrize(
    ("table", "name", "part", "title", "header"),
    [
        ("sections", "pupils", "primary", "在校学生人数（小学）", "在校学生人数（小学）〔人〕"),
        ("sections", "graduates", "junior", "本届毕业学生人数", "本届毕业学生人数〔人〕"),
        ("teachers", "backbone_teachers", "all", "县级及以上骨干教师数（全校）", "县级及以上骨干教师数（全校）〔人〕"),
        ("schools", "boarding", "", "是否寄宿制学校", "是否寄宿制学校〔是/否〕"),
        ("schools", "school_name", "", "学校名称", "学校名称"),
        (
            "money",
            "equipment_value_yuan",
            "",
            "教学仪器设备资产值（账面原值）",
            "教学仪器设备资产值（账面原值）〔万元〕",
        ),
    ],
)
def test_title_and_header(table: str, name: str, part: str, title: str, header: str) -> None:
    slot = Slot(table, contract(table).field(name), part)
    assert (slot.title, slot.header) == (title, header)


@pytest.mark.parametrize(
    "label",
    ["班级总数（小学）", "班级总数(小学)", " 班级 总数\n（小学）：", "*班级总数（小学）＊", "班级\u3000总数（小学）:"],
)
def test_labels_differ_only_where_people_mean_it(label: str) -> None:
    assert fold(label) == "班级总数(小学)"
    assert fold(label) != fold("班级总数（初中）")


@pytest.mark.parametrize(("label", "expected"), [(None, ""), ("", ""), (0, "0"), (2025.0, "2025.0"), ("＊：", "")])
def test_anything_can_be_folded(label: object, expected: str) -> None:
    assert fold(label) == expected


@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(label: str) -> None:
    assert fold(fold(label)) == fold(label)


def test_parts_follow_the_key_and_the_field() -> None:
    sections, sizes = contract("sections"), contract("class_sizes")
    assert parts(contract("rooms"), contract("rooms").field("books")) == ("",)
    assert parts(sections, sections.field("pupils")) == ("primary", "junior", "senior")
    assert parts(sections, sections.field("graduates")) == ("junior",)
    assert parts(sizes, sizes.field("classes_le25")) == ("primary", "junior", "senior", WHOLE)


def test_a_school_row_names_the_school_once_and_every_other_field_by_part() -> None:
    slots = school_slots()
    assert [slot.field.id for slot in slots if slot.field.id in {"school_code", "section"}] == ["school_code"]
    assert len({(slot.table, slot.field.id, slot.part) for slot in slots}) == len(slots)
    assert {slot.table for slot in slots} == set(SCHOOL_TABLES)


def test_a_table_s_slots_are_its_columns_in_order() -> None:
    assert [slot.field.id for slot in table_slots("evidence")] == [one.id for one in contract("evidence").fields]
    assert {slot.part for slot in table_slots("sections")} == {""}


def test_a_slot_is_found_with_and_without_its_unit() -> None:
    found = by_header(school_slots())
    for slot in school_slots():
        assert found[fold(slot.header)] == slot
        assert found[fold(slot.title)].title == slot.title
    assert found[fold("教学仪器设备资产值(账面原值)")].field.id == "equipment_value_yuan"
