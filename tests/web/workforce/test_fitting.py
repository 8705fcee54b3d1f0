"""Tables of a study together: which have to be there, and what does not fit, all at once."""

import pytest

from junheng.teachers import Read, UnfitTablesError
from junheng.web.workforce.fitting import fit
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from tests.teachers.itinerant.small import DAY
from tests.teachers.tables import table
from tests.web.people import COUNTY, SCHOOLS
from tests.web.workforce.ground import PAYING, SHARING, TABLES, TALENT


def reads(tables: dict[str, str]) -> dict[str, Read]:
    return {name: table(name, text) for name, text in tables.items()}


def codes(kind: StudyKind, tables: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(UnfitTablesError) as caught:
        fit(WorkforceStudy(kind=kind, day=DAY), reads(tables))
    return [(one.place.file, one.code) for one in caught.value.faults]


@pytest.mark.parametrize("kind", StudyKind)
def test_tables_that_fit_go_on(kind: StudyKind) -> None:
    held = {name: text for name, text in TABLES[kind].items() if name != "teachers"}
    if kind == StudyKind.ITINERANT:
        held["teachers"] = f"teacher_id,school_code,subject,backbone\nt1,{SCHOOLS[0]},音乐,0\n"
    fit(WorkforceStudy(kind=kind, day=DAY), reads(held))


def test_what_is_absent_is_named_by_kind_and_wages_stand_alone() -> None:
    assert codes(StudyKind.ITINERANT, {}) == [("schools.csv", "file_absent"), ("teachers.csv", "file_absent")]
    assert codes(StudyKind.PAY, {"pools": PAYING["pools"]}) == [("pay.csv", "file_absent")]
    assert len(codes(StudyKind.TALENT, {})) == 3
    fit(WorkforceStudy(kind=StudyKind.PAY, day=DAY), reads({"wages": PAYING["wages"]}))


def test_faults_of_different_tables_come_together() -> None:
    schools = SHARING["schools"] + f"{SCHOOLS[0]},{COUNTY},小学,400,4,113.60,34.75\n"
    teachers = "teacher_id,school_code,subject,backbone\nt1,9,音乐,0\n"
    assert {file for file, _ in codes(StudyKind.ITINERANT, {"schools": schools, "teachers": teachers})} == {
        "schools.csv",
        "teachers.csv",
    }


def test_a_county_that_is_counted_twice_is_a_fault() -> None:
    twice = TALENT["rural"] + f"{COUNTY},5\n"
    assert [file for file, _ in codes(StudyKind.TALENT, {"rural": twice})] == ["rural.csv"]
