"""Tables handed in: every fault at once with its place, persons parted from facts."""

import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.personnel.importing import taken
from junheng.web.personnel.models import RotationRound
from tests.web.people import OTHER_COUNTY, SCHOOLS
from tests.web.personnel.ground import IDENTITY, NAMES, SCHOOL_TABLE, TEACHERS, A, B, files


def _codes(of: RotationRound, given: list[tuple[str, bytes]]) -> list[tuple[str, str, int | None]]:
    with pytest.raises(UnfitTablesError) as fault:
        taken(given, of, SCHOOLS)
    return [(one.code, one.place.file, one.place.row) for one in fault.value.faults]


def test_persons_are_parted_from_what_the_engine_may_know(opened_round: RotationRound) -> None:
    found = taken(files(), opened_round, SCHOOLS)
    first, third = found.people[0], found.people[2]
    assert (first.code, first.school, first.name, first.identity) == ("t1", A, NAMES[0], IDENTITY)
    assert first.wishes == (B, SCHOOLS[2])
    assert "name" not in first.facts
    assert NAMES[0] not in first.facts.values()
    assert third.reason == "产假"
    assert found.ignored == {}
    assert found.wishes


def test_every_fault_of_every_file_is_told_at_once(opened_round: RotationRound) -> None:
    wrong = TEACHERS.replace("语文,1,8", "俄语,1,x", 1).replace("110105", "110106", 1)
    schools = SCHOOL_TABLE.replace(f"{A},样例小学1,410105", f"{A},样例小学1,{OTHER_COUNTY}").replace(
        f"{B},样例小学2", "2199999999,样例小学2"
    )
    strange = [("别的.csv", b"a,b\n1,2\n"), ("bad.xlsx", b"PK\x03\x04 no zip")]
    codes = _codes(opened_round, [*files(wrong, schools), *strange])
    assert {one[0] for one in codes} >= {
        "unknown_subject",
        "not_a_number",
        "identity_wrong",
        "other_county",
        "school_not_listed",
        "unknown_table",
        "unreadable",
    }
    assert ("unknown_subject", "教师表.csv", 2) in codes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("t1,", f"{IDENTITY},", "code_is_identity"),
        ("t2,", f"{'t' * 41},", "code_too_long"),
        (f"{NAMES[1]},,", f"{NAMES[1]},{IDENTITY},", "identity_twice"),
        ("产假", f"{NAMES[2]}休产假", "name_elsewhere"),
    ],
)
def test_a_person_in_the_wrong_place_is_refused(opened_round: RotationRound, old: str, new: str, code: str) -> None:
    codes = [one[0] for one in _codes(opened_round, files(TEACHERS.replace(old, new, 1)))]
    assert code in codes


def test_the_tables_that_are_missing_are_named(opened_round: RotationRound) -> None:
    assert [one[0] for one in _codes(opened_round, [])] == ["file_absent", "file_absent"]


def test_a_mere_yes_is_a_reason_without_words(opened_round: RotationRound) -> None:
    found = taken(files(TEACHERS.replace("产假", "是")), opened_round, SCHOOLS)
    assert found.people[2].reason.startswith("没有写原因")
    none = taken(files(TEACHERS.replace("产假", "无")), opened_round, SCHOOLS)
    assert none.people[2].reason == ""
