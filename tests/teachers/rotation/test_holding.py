"""Teachers held at a school: what cannot be is named teacher by teacher, with every rule."""

import numpy as np
import pytest

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.faults import UnfitTablesError
from junheng.teachers.rotation import faults, report, rotate
from junheng.teachers.rotation.county import County
from junheng.teachers.rotation.holding import broken_by_held, held_after
from tests.teachers.rotation.tiny import county, rules
from tests.teachers.tables import city, held

KM = np.ones((5, 5)) - np.eye(5)


@pytest.mark.parametrize(
    ("of", "law", "wanted"),
    [
        (county([0, 0, 1], held=[2, -1, -1], pupils=[100] * 3), rules(cap=1), {0: {"cap"}}),
        (county([0, 0, 1], held=[1, 1, -1]), rules(out=50), {0: {"out"}, 1: {"out"}}),
        (county([0, 1], held=[1, 0], partner=[1, 0]), rules(couple=1), {0: {"couple"}, 1: {"couple"}}),
        (county([0, 1], held=[1, 0], mobile=[0, 1]), rules(), {0: {"eligible"}}),
        (county([0, 1], held=[0, 1], mobile=[0, 1]), rules(cap=0.1), {}),
    ],
)
def test_each_is_told_with_its_rules(of: County, law: RotationRules, wanted: dict[int, set[str]]) -> None:
    found = {at: {one.rule for one in broken} for at, broken in broken_by_held(of, law)}
    assert found == wanted
    assert (held_after(of) != of.staff.post).sum() == ((of.staff.held >= 0) & (of.staff.held != of.staff.post)).sum()


def test_everything_is_told_at_once_at_its_row() -> None:
    with pytest.raises(UnfitTablesError) as refused:
        city(rules(out=30), held("t1", "s2", "t2", "s3"))
    assert [(one.code, one.place.row, one.place.header) for one in refused.value.faults] == [
        ("held_breaks", 2, "held_at"),
        ("held_breaks", 3, "held_at"),
    ]
    what, *_ = refused.value.faults[0].message.parts("zh", refused.value.faults[0].values)
    assert "教师“t1”不能锁定在学校“s2”" in what
    assert "上限 0 人" in what


def test_a_plan_keeps_who_is_held_and_says_so() -> None:
    of = city(rules(), held("t1", "s3", "t6", "s3"))
    found = report(of, rules(), rotate(of.counties, rules()))
    placed = {one["teacher_id"]: one for one in found["placements"]}
    assert placed["t1"]["to_school"] == "s3"
    assert placed["t1"]["held"]
    assert placed["t1"]["why"]["zh"].startswith("按人工锁定的安排")
    assert "t6" not in placed
    assert faults(of, KM, rules(), found["placements"]) == []
    others = [one for one in found["placements"] if one["teacher_id"] != "t1"]
    assert "t1: held at s3, placed at s1" in faults(of, KM, rules(), others)
