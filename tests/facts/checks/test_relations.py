"""Parts and wholes: rounding is no breach, a missing part is nothing, a missing whole says nothing."""

from typing import Any

import pytest

from junheng.facts.checks.model import Context
from junheng.facts.checks.relations import TOLERANCE, Relation, Side, breaches, relations
from junheng.facts.contracts import contract
from junheng.policy import Text
from tests.facts.checks.asking import said
from tests.facts.checks.examples import A, B, in_memory


def test_the_file_speaks_of_fields_that_exist_and_can_be_added() -> None:
    for one in relations():
        for side in (one.left, one.right):
            assert all(contract(side.table).field(name).numeric for name in side.fields), one.id
            assert len(set(side.fields)) == len(side.fields)
        units = {contract(side.table).field(name).unit for side in (one.left, one.right) for name in side.fields}
        assert len(units) == 1, f"{one.id} compares {units}"
        assert contract(one.left.table).key[0] == contract(one.right.table).key[0]
        assert one.left != one.right
    assert len({one.id for one in relations()}) == len(relations())


def test_by_section_is_asked_only_of_tables_with_sections() -> None:
    for one in relations():
        if one.by_section:
            assert {contract(side.table).level for side in (one.left, one.right)} == {"section"}


@pytest.mark.parametrize(("over", "speaks"), [(TOLERANCE / 2, False), (TOLERANCE * 10, True), (-1, False)])
def test_a_difference_of_rounding_is_no_breach(over: float, speaks: bool) -> None:
    assert bool(said("teaching_exceeds_building", {"rooms.0.teaching_area": 4000 + over})) is speaks


def test_the_words_show_both_sides_and_the_reason() -> None:
    (finding,) = said("degrees_exceed_teachers", {"teachers.0.degree_bachelor": 19})
    assert finding.values["left"] == "25"
    assert finding.values["right"] == "24"
    assert finding.what("zh").startswith(f"甲小学（{A}）小学：博士研究生学历教师人数＋硕士学历教师人数")
    assert "（每位专任教师只计一个最高学历）" in finding.rule("zh")
    assert "(every teacher is counted once by the highest degree)" in finding.rule("en")


def test_a_relation_without_a_reason_leaves_no_brackets() -> None:
    (finding,) = said("gym_exceeds_indoor_sports", {"rooms.0.gym_area": 301})
    assert finding.rule("zh").endswith("不大于室内体育用房面积")
    assert not finding.rule("en").endswith((" ", ")"))


@pytest.mark.parametrize(
    ("change", "speaks"),
    [
        ({"teachers.2.teachers": 17}, True),
        ({"teachers.2.teachers": 16}, False),
        ({"teachers.1.teachers": None, "teachers.2.teachers": 37}, True),
        ({"teachers.1.teachers": None, "teachers.2.teachers": 36}, False),
        ({"teachers.2.teachers": 17, "staff.1.teachers_total": None}, False),
        ({"teachers.2.teachers": 17, "staff.1": None}, False),
        ({"teachers.3": {"school_code": B, "section": "all", "teachers": 99}}, False),
        ({"teachers.1": None, "teachers.2.section": "all", "teachers.2.teachers": 37}, True),
        ({"teachers.1": None, "teachers.2.section": "all", "teachers.2.teachers": 36}, False),
    ],
)
def test_sections_are_added_up_for_the_school(change: dict[str, Any], speaks: bool) -> None:
    assert bool(said("section_teachers_exceed_school", change)) is speaks


def test_a_whole_that_is_half_known_is_not_a_whole() -> None:
    """The pupils of one section only are not the pupils of the school."""
    assert said("migrants_exceed_pupils", {"schools.1.migrant_children": 501, "sections.2.pupils": None}) == []
    assert said("migrants_exceed_pupils", {"schools.1.migrant_children": 501}) != []
    assert said("graduates_exceed_cohort", {"sections.2.graduates": 99, "sections.2.transferred_in": None}) == []


@pytest.mark.parametrize(
    ("change", "speaks"),
    [
        ({"class_sizes.0.classes_36_40": 9}, True),
        ({"class_sizes.0.classes_36_40": 11}, True),
        ({"class_sizes.0.classes_36_40": 9, "class_sizes.0.classes_le25": None}, False),
        ({"class_sizes.0.classes_36_40": 11, "class_sizes.0.classes_le25": None}, True),
        ({"sections.0.classes": None}, False),
        ({"class_sizes.0.section": "junior"}, False),
    ],
)
def test_equal_sides_are_equal_when_all_parts_are_known(change: dict[str, Any], speaks: bool) -> None:
    assert bool(said("bands_differ_from_classes", change)) is speaks


def test_a_relation_of_one_s_own() -> None:
    one = Relation(
        "more_books_than_land",
        Text("书多", "books"),
        Side("rooms", ("books",)),
        Side("rooms", ("land_area",)),
        None,
        by_section=False,
        equal=False,
    )
    facts = in_memory({"rooms.0.books": 9001, "rooms.1": {"school_code": B, "books": 9, "land_area": 8.5}})
    hits = list(breaches(one, Context(facts)))
    assert [hit.spots[0].code for hit in hits] == [A, B]
    assert [hit.values["left"] for hit in hits] == ["9001", "9"]
    assert hits[0].values["left_en"] == "Books"
