"""A column of the unit table opens by campus where campuses tell."""

from junheng.balance import explain_school, judge
from junheng.policy import load_standard
from tests.balance.city import COUNTY, NINE, PRIMARY, facts_of, sound
from tests.balance.test_campuses import campus

STANDARD = load_standard("jiaodu-2017-6")


def test_campuses_are_shown_with_their_pupils() -> None:
    tables = sound()
    tables["campuses"] = [
        campus("01", pupils_primary=600, teaching_area=3000.0),
        campus("02", pupils_junior=400, teaching_area=6000.0),
    ]
    facts = facts_of(tables)
    tree = explain_school(judge(facts, STANDARD), facts, COUNTY, NINE, "primary", "L4")
    area = tree.children[0]
    assert area.value == 3000.0
    assert area.formula is not None
    assert area.formula.zh.startswith("按校区")
    assert {("campuses", "01", "teaching_area"), ("campuses", "02", "pupils_junior")} <= {
        (one.table, one.part, one.field) for one in area.facts
    }


def test_weights_are_shown_with_their_sentence() -> None:
    facts = facts_of(sound())
    tree = explain_school(judge(facts, STANDARD), facts, COUNTY, NINE, "junior", "L6")
    share = tree.children[0].children[0]
    assert share.cite == "指标解释（拆分）"
    assert [note.zh for note in share.notes] == ["九年一贯制小学生权重 1", "九年一贯制初中生权重 1.1"]


def test_a_sum_of_several_facts_says_so() -> None:
    facts = facts_of(sound())
    tree = explain_school(judge(facts, STANDARD), facts, COUNTY, PRIMARY, "primary", "L1")
    teachers = tree.children[0]
    assert [one.field for one in teachers.facts] == [
        "degree_doctor",
        "degree_master",
        "degree_bachelor",
        "degree_college",
    ]
    assert teachers.formula is not None
    assert sum(one.value for one in teachers.facts) == teachers.value
