"""Faults between the tables: one failing table for each check."""

import pytest

from junheng.teachers.faults import UnfitTablesError
from tests.teachers.tables import SCHOOLS, TEACHERS, city, held

CASES = {
    "teacher_twice": {"teachers": TEACHERS.replace("t2,s1", "t1,s1")},
    "school_twice": {"schools": SCHOOLS + "s1,一小,410101,小学,300,城区,0,113.60,34.75\n"},
    "school_in_two_counties": {"schools": SCHOOLS + "s1,一小,410102,初中,300,城区,0,113.60,34.75\n"},
    "unknown_school": {"teachers": TEACHERS.replace("t1,s1", "t1,s9")},
    "no_such_section": {"teachers": TEACHERS.replace("t1,s1,primary", "t1,s1,junior")},
    "section_not_said": {
        "teachers": TEACHERS.replace("t1,s1,primary", "t1,s1,"),
        "schools": SCHOOLS + "s1,一小,410101,初中,300,城区,0,113.60,34.75\n",
    },
    "subject_blank": {"teachers": TEACHERS.replace("t1,s1,primary,语文", "t1,s1,primary,")},
    "wish_own_school": {"teachers": TEACHERS.replace(",s2,s3", ",s1,s3")},
    "wish_twice": {"teachers": TEACHERS.replace(",s2,s3", ",s2,s2")},
    "unknown_partner": {"teachers": TEACHERS.replace("0,t5,", "0,t99,")},
    "partner_not_mutual": {"teachers": TEACHERS.replace("0,t5,", "0,t1,")},
    "years_exceed_age": {
        "teachers": TEACHERS.replace("t1,s1,primary,语文,1,8,本科,1980", "t1,s1,primary,语文,1,8,本科,2005")
    },
    "held_elsewhere": {"teachers": held("t1", "s4")},
    "held_breaks": {"teachers": held("t3", "s2")},
}


@pytest.mark.parametrize("code", CASES)
def test_every_fault_is_named(code: str) -> None:
    with pytest.raises(UnfitTablesError) as refused:
        city(**CASES[code])  # type: ignore[arg-type]
    codes = [one.code for one in refused.value.faults]
    assert code in codes
    fault = refused.value.faults[codes.index(code)]
    assert fault.place.row is not None
    assert fault.place.file in {"teachers.csv", "schools.csv"}


def test_wishes_and_children_name_schools_too() -> None:
    wrong = TEACHERS.replace(",s2,s3", ",s8,s3").replace("t4,s1,,", "t4,s7,,")
    with pytest.raises(UnfitTablesError) as refused:
        city(teachers=wrong)
    assert [(one.code, one.place.header) for one in refused.value.faults] == [
        ("unknown_school", "child_school"),
        ("unknown_school", "wish_1"),
    ]


def test_an_age_beside_a_birth() -> None:
    header, first, *rest = TEACHERS.splitlines()
    table = "\n".join([header + ",age", first + ",20", *(one + "," for one in rest)]) + "\n"
    with pytest.raises(UnfitTablesError) as refused:
        city(teachers=table)
    assert "age_disagrees" in [one.code for one in refused.value.faults]
