"""The independent checker finds every rule that a placement breaks."""

from typing import Any

import numpy as np
import pytest

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.arrays import different
from junheng.teachers.rotation.check import faults
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import SCHOOLS, city

FREE = {"share": 0, "backbone": 0}


def to(*moves: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"teacher_id": teacher, "to_school": school} for teacher, school in moves]


def found(law: RotationRules, *moves: tuple[str, str], schools: str = SCHOOLS, km: float = 1.0) -> list[str]:
    held = city(law, schools=schools)
    many = len(different(held.schools))
    return faults(held, km * (np.ones((many, many)) - np.eye(many)), law, to(*moves))


@pytest.mark.parametrize(
    ("law", "moves", "says"),
    [
        (rules(**FREE), [("t3", "s2")], "not eligible"),
        (rules(**FREE), [("t1", "s1")], "does not change school"),
        (rules(**FREE), [("t1", "s4")], "no such school of the section"),
        (rules(**FREE), [("nobody", "s1")], "no such teacher"),
        (rules(**FREE), [("t1", "s2"), ("t1", "s3")], "placed 2 times"),
        (rules(**FREE, cap=0.5), [("t1", "s2")], "1.0 km"),
        (rules(**FREE, couple=1), [("t4", "s1"), ("t5", "s1")], "couple"),
        (rules(**FREE, child=0.5), [("t5", "s2")], "child"),
        (rules(**FREE, most=10), [("t1", "s2")], "too many"),
        (rules(**FREE, out=40), [("t1", "s2"), ("t2", "s2")], "of 3 leave at s1"),
        (rules(**FREE, into=50), [("t1", "s2")], "of 1 arrive at s2"),
        (rules(share=100, backbone=0), [("t1", "s2")], "eligible"),
        (rules(share=0, backbone=60), [("t1", "s2"), ("t4", "s1")], "1 backbone teachers of 2"),
        (rules(**FREE, principal=6), [("h1", "s2")], "heads leave s1"),
    ],
)
def test_every_broken_rule_is_found(law: RotationRules, moves: list[tuple[str, str]], says: str) -> None:
    assert any(says in one for one in found(law, *moves))


def test_another_county_and_a_subject_that_is_not_needed() -> None:
    elsewhere = SCHOOLS.replace("s2,二小,410101", "s2,二小,410102")
    assert any("leaves the county" in one for one in found(rules(**FREE), ("t1", "s2"), schools=elsewhere))
    header, *rows = SCHOOLS.splitlines()
    needs = "\n".join([f"{header},need_语文", *(f"{row},{0 if row.startswith('s2') else 1}" for row in rows)]) + "\n"
    assert any("not needed" in one for one in found(rules(**FREE), ("t1", "s2"), schools=needs))


def test_a_good_plan_has_no_faults() -> None:
    assert found(rules(**FREE, cap=5, couple=1, principal=6), ("t1", "s2"), ("h1", "s2"), ("h2", "s1")) == []
