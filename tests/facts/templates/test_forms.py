"""The official forms line by line: their wording, their fields, and the sections of a school."""

import pytest

from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.facts.templates.forms import (
    extra_lines,
    needs_sections,
    official_lines,
    sections_of,
    sections_of_type,
    sheet_name,
    wording,
)
from junheng.facts.templates.slots import fold


def test_every_line_of_the_official_forms_has_a_field() -> None:
    lines = official_lines("school")
    assert [line.number for line in lines] == list(range(1, 69))
    assert all(line.slot for line in lines)
    assert [line.number for line in official_lines("county") if line.slot is None] == [3]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2, ("基本信息", "学校类型", "小学/初中/九年一贯制/十二年一贯制/完全中学", True, "")),
        (14, ("学生信息", "家庭住址在划片范围内的在校学生人数（初中）", "人", True, "")),
        (41, ("体育艺术教师", "体育交流轮岗/兼职/走教教师人数", "人", False, "仅50-100人乡村小规模学校填写")),
        (45, ("教学用房面积", "教学及辅助用房总面积", "平方米", True, "")),
        (51, ("教学设备", "教学仪器设备资产值（账面原值）", "万元", True, "")),
        (68, ("巩固率数据", "毕业年级三年死亡学生数", "人", True, "初中填写")),
    ],
)
def test_official_wording(number: int, expected: tuple[object, ...]) -> None:
    line = official_lines("school")[number - 1]
    assert (line.category, line.title, line.unit, line.required, line.note) == expected


def test_titles_of_lines_are_unambiguous() -> None:
    for form in ("school", "county"):
        titles = [fold(line.title) for line in (*official_lines(form), *extra_lines(form))]
        assert len(titles) == len(set(titles))


def test_the_school_form_covers_every_school_field() -> None:
    lines = [line for line in (*official_lines("school"), *extra_lines("school")) if line.slot]
    covered = {(line.slot.table, line.slot.field.id) for line in lines if line.slot}
    expected = {
        (name, field.id)
        for name, rules in contracts().items()
        for field in (rules.fields if name == "schools" else rules.measures)
        if rules.level in {"school", "section"} and name != "campuses"
    }
    assert covered == expected


def test_indicators_needed_by_section_are_fields_of_lines_for_the_whole_school() -> None:
    whole = {line.slot.field.id for line in official_lines("school") if line.slot and not line.slot.part}
    assert set(wording()["needed_by_section"]) <= whole


@pytest.mark.parametrize(
    ("kind", "pupils", "expected"),
    [
        ("211", {}, ("primary",)),
        ("312", {"primary": 5}, ("primary", "junior")),
        ("312", {"primary": 5, "junior": 0}, ("primary",)),
        ("211", {"junior": 3}, ("primary", "junior")),
        ("511", {"primary": 3, "junior": None}, ("primary",)),
        (None, {}, ()),
        ("345", {}, ("primary", "junior", "senior")),
    ],
)
def test_sections_of_a_school(kind: str | None, pupils: dict[str, int | None], expected: tuple[str, ...]) -> None:
    assert sections_of(kind, pupils) == expected


def test_extra_lines_number_on_and_repeat_nothing() -> None:
    for which, last in (("school", 68), ("county", 20)):
        lines = extra_lines("school" if which == "school" else "county")
        official = official_lines("school" if which == "school" else "county")
        assert [line.number for line in lines] == list(range(last + 1, last + 1 + len(lines)))
        taken = [line.slot for line in official]
        assert [line.title for line in lines if line.slot is None or line.slot in taken] == []


def test_a_line_for_the_whole_school_needs_sections_only_where_facts_have_them() -> None:
    lines = {line.number: line for line in official_lines("school")}
    assert [number for number in (10, 15, 26, 34, 45) if needs_sections(lines[number])] == [15, 34]
    assert not needs_sections(official_lines("county")[2]), "the line for the year"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("218", ("primary",)),
        ("341", ("junior", "senior")),
        ("361", ()),
        ("511", ()),
        ("", ()),
        ("不存在", ()),
        (None, ()),
    ],
)
def test_sections_of_a_type(kind: str | None, expected: tuple[str, ...]) -> None:
    assert sections_of_type(kind) == expected


def test_every_kind_of_school_is_either_divided_or_outside_the_evaluation() -> None:
    listed = code_list("school_types")
    without = {listed.attributes[code]["kind"] for code in listed.codes if not sections_of_type(code)}
    assert without == {"vocational", "special"}


def test_the_wording_speaks_of_lines_and_codes_that_exist() -> None:
    assert set(wording()["school_types"].values()) <= set(code_list("school_types").codes)
    for which in ("school", "county"):
        said = wording()[which]
        numbers = set(range(1, said["lines"] + 1))
        noted = {number for one in said["notes"] for number in one["lines"]}
        assert {*said["categories"], *said["titles"], *said["units"], *said["optional"], *noted} <= numbers
        assert min(said["categories"]) == 1


def test_square_metres_are_spelt_as_the_official_form_spells_them() -> None:
    units = {line.unit for line in official_lines("school")}
    assert "平方米" in units
    assert "㎡" not in units


def test_the_sheets_are_named_as_the_official_ones() -> None:
    assert (sheet_name("school"), sheet_name("county")) == ("学校填报数据", "区县填报数据")
